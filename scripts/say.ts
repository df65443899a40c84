/** Tells the person at the terminal something; on stderr, since programs read the stdout of some commands. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
