interface Row {
  what: string
  measured: string
  limit: string
  isMet: boolean | null
}
export interface Measured {
  number: number
  unit: string
}

/** Gathers what was measured; a limit that is not met is marked and makes the exit code 1. */
export class Rows {
  private readonly rows: Row[] = []

  /** @param limit the largest number that is good, in the unit of what was measured */
  add(what: string, { number, unit }: Measured, limit: number | null): void {
    const text = (value: number): string =>
      Number.isInteger(value) ? String(value) : value.toFixed(unit === 'ms' ? 3 : 1)
    this.rows.push({
      what,
      measured: `${text(number)} ${unit}`,
      limit: limit === null ? '' : `(at most ${text(limit)} ${unit})`,
      isMet: limit === null ? null : number <= limit,
    })
  }

  print(): void {
    const width = Math.max(...this.rows.map(({ what }) => what.length))
    for (const { what, measured, limit, isMet } of this.rows)
      console.log(
        `${what.padEnd(width)}  ${measured.padStart(10)}  ${limit.padEnd(18)} ${isMet === null ? '' : isMet ? 'met' : 'NOT MET'}`,
      )
    if (this.rows.some(({ isMet }) => isMet === false)) process.exitCode = 1
  }
}

export const percent = (part: number): Measured => ({ number: part * 100, unit: '%' })
export const milliseconds = (number: number): Measured => ({ number, unit: 'ms' })
export const count = (number: number, unit: string): Measured => ({ number, unit })

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
