import { useEventListener, useIntervalFn } from '@vueuse/core'
import { computed, onScopeDispose, watch } from 'vue'
import { beginScan, nextOfScan, pressedInScan, rowsOf, type Scan } from '../../core/access/scan'
import { controlsIn, focusOn, moveSlider, topLayer } from './walkable'

interface SwitchScanOptions {
  isOn: () => boolean
  /** Seconds that the light stays on each. */
  seconds: () => number
  /** The key of the switch, by its code. */
  code: () => string
}

/** A slider that runs by itself goes from end to end in so many steps. */
const STEPS_OF_SLIDER = 10

/**
 * One switch is enough: a light walks over the rows of controls, a press goes into a row, where it
 * walks over the controls, and the next press presses one. A slider then runs by itself until a
 * press stops it.
 */
export function useSwitchScan({ isOn, seconds, code }: SwitchScanOptions): void {
  let rows: HTMLElement[][] = []
  let scan: Scan = beginScan([])
  let slider: HTMLInputElement | null = null
  const lengths = (): number[] => rows.map((row) => row.length)

  /** Looks what is on the screen now; something else than before begins anew. */
  function look(): void {
    const root = topLayer()
    const controls = controlsIn(root)
    const boxes = controls.map((control) => control.getBoundingClientRect())
    const found = rowsOf(boxes, document.documentElement.dir === 'rtl').map((row) =>
      row.flatMap((at) => controls[at] ?? []),
    )
    const isSame =
      found.length === rows.length &&
      found.every((row, at) => row.every((control, place) => rows[at]?.[place] === control))
    if (isSame) return
    // Something came or went while the light walks over a row: it stays where it is.
    const lit = scan.level === 'items' ? rows[scan.row]?.[scan.item] : undefined
    const rowOfLit = lit ? found.findIndex((some) => some.includes(lit)) : -1
    if (lit && rowOfLit >= 0) {
      rows = found
      scan = { ...scan, row: rowOfLit, item: found[rowOfLit]?.indexOf(lit) ?? 0 }
      return
    }
    // Who presses "Next" again and again finds the light on its row, also on the next screen.
    const pressed = rows[scan.row]?.find((control) => found.flat().includes(control))
    const row = pressed ? found.findIndex((some) => some.includes(pressed)) : 0
    rows = found
    const running = slider && found.findIndex((some) => some.some((control) => control === slider))
    if (running !== null && running >= 0) {
      scan = {
        ...scan,
        row: running,
        item: found[running]?.findIndex((some) => some === slider) ?? 0,
      }
      return
    }
    scan = beginScan(lengths(), row)
    slider = null
  }

  function light(): void {
    darken()
    if (scan.level === 'rest') return
    const row = rows[scan.row] ?? []
    if (scan.level === 'rows') for (const control of row) control.dataset['scan'] = 'row'
    const only = scan.level === 'rows' ? (row.length === 1 ? row[0] : undefined) : row[scan.item]
    if (!only) return
    only.dataset['scan'] = 'item'
    focusOn(only)
  }
  function darken(): void {
    for (const lit of document.querySelectorAll<HTMLElement>('[data-scan]'))
      delete lit.dataset['scan']
  }

  function press(): void {
    look()
    const answer = pressedInScan(scan, lengths())
    const { pressed } = answer
    const control = pressed ? rows[pressed.row]?.[pressed.item] : undefined
    scan = answer.scan
    if (control instanceof HTMLInputElement && control.type === 'range') {
      slider = control
      scan = { ...scan, level: 'value', item: pressed?.item ?? 0 }
    } else {
      slider = null
      control?.click()
    }
    requestAnimationFrame(() => {
      look()
      light()
    })
    clock.pause()
    clock.resume()
  }

  /** Runs on from end to end, and from the upper one back to the lower. */
  function runSlider(running: HTMLInputElement): void {
    const span = Number(running.max) - Number(running.min)
    const step = Math.max(1, Math.round(span / STEPS_OF_SLIDER))
    const isAtEnd = Number(running.value) >= Number(running.max)
    moveSlider(running, isAtEnd ? -span : step)
  }

  const clock = useIntervalFn(
    () => {
      look()
      if (slider) return runSlider(slider)
      scan = nextOfScan(scan, lengths())
      light()
    },
    computed(() => seconds() * 1000),
    { immediate: false },
  )
  watch(
    isOn,
    (on) => {
      if (!on) {
        clock.pause()
        darken()
        return
      }
      look()
      light()
      clock.resume()
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(darken)

  useEventListener(
    document,
    'keydown',
    (event) => {
      if (!isOn() || event.code !== code()) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) press()
    },
    { capture: true },
  )
  useEventListener(
    document,
    'keyup',
    (event) => {
      if (isOn() && event.code === code()) event.preventDefault()
    },
    { capture: true },
  )
}
