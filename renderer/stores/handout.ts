import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Allowance } from '../../core/exercises/allowed'
import type { ExerciseVersion } from '../../core/schema/exercise'
import type { HandoutRequest, StaffDose } from '../../core/schema/handout'
import type { PrintFault } from '../../core/schema/printing'
import { bridge } from '../bridge'
import { useVisitStore } from './visit'

/** Something that a visitor takes home: an exercise in one of its versions, or a relief card. */
export type HandoutItem =
  | { kind: 'exercise'; id: string; version: ExerciseVersion; dose?: StaffDose }
  | { kind: 'relief'; id: string }

/** How far printing is; a handout that failed is kept and can be printed again. */
export type PrintState =
  | { state: 'idle' }
  /** The sheet is made; from the moment that it has a job the printer works on it. */
  | { state: 'working'; jobId: number | null; isStopping: boolean }
  | { state: 'printed' }
  | { state: 'failed'; reason: PrintFault }

/** What is on the handout, in its order, and how it is to look. It ends with the visit. */
export const useHandoutStore = defineStore('handout', () => {
  const visit = useVisitStore()
  const items = ref<readonly HandoutItem[]>([])
  /** What was chosen and is not for this visitor now; it comes back when it is again. */
  const withheld = ref<readonly HandoutItem[]>([])
  const count = computed(() => items.value.length)

  /** The second language of the paper, or null. */
  const secondLanguage = ref<string | null>(null)
  const layout = ref<Exclude<HandoutRequest['layout'], 'one'>>('side-by-side')
  const points = ref<HandoutRequest['points']>(14)
  /** Slides under "What I learned"; null until the visitor chose some. */
  const learned = ref<ReadonlySet<string> | null>(null)
  const questions = ref<ReadonlySet<string>>(new Set())
  const withResult = ref(true)

  const isSame = (one: HandoutItem, { kind, id }: Pick<HandoutItem, 'kind' | 'id'>): boolean =>
    one.kind === kind && one.id === id
  const find = (kind: HandoutItem['kind'], id: string): HandoutItem | undefined =>
    items.value.find((item) => isSame(item, { kind, id }))

  /** Puts it at the end, or in the place that it has already. */
  function put(item: HandoutItem): void {
    items.value = find(item.kind, item.id)
      ? items.value.map((some) => (isSame(some, item) ? item : some))
      : [...items.value, item]
  }
  function remove(item: Pick<HandoutItem, 'kind' | 'id'>): void {
    items.value = items.value.filter((some) => !isSame(some, item))
  }
  /** Moves a line by so many places, as far as there are any. */
  function move(item: HandoutItem, by: number): void {
    const from = items.value.findIndex((some) => isSame(some, item))
    const to = Math.min(items.value.length - 1, Math.max(0, from + by))
    if (from < 0 || to === from) return
    const next = items.value.filter((some) => !isSame(some, item))
    next.splice(to, 0, item)
    items.value = next
  }
  /**
   * Holds back what is not for this visitor now, makes easier what must be, and brings back what is
   * allowed again. `isClosed`: the answers leave nothing to do at all, relief neither.
   */
  function keepAllowed(allowanceOf: (id: string) => Allowance, isClosed = false): void {
    const kept: HandoutItem[] = []
    const held: HandoutItem[] = []
    for (const item of [...items.value, ...withheld.value]) {
      const fitting = isClosed ? null : fittingFor(item, allowanceOf)
      if (fitting) kept.push(fitting)
      else held.push(item)
    }
    items.value = kept
    withheld.value = held
  }

  const print = shallowRef<PrintState>({ state: 'idle' })
  /** This handout may soon be wanted on paper. */
  const prepare = (request: HandoutRequest): void =>
    void bridge.prepareHandout(request).catch(() => undefined)
  /**
   * Has a handout printed and follows it to its end. Resolves when the system has taken it, or not:
   * from then on a visitor may go.
   */
  async function printOut(request: HandoutRequest): Promise<boolean> {
    if (print.value.state === 'working') return false
    print.value = { state: 'working', jobId: null, isStopping: false }
    visit.isBusy = true
    const failed = (reason: PrintFault): false => {
      const isStopped = print.value.state === 'working' && print.value.isStopping
      print.value = isStopped ? { state: 'idle' } : { state: 'failed', reason }
      visit.isBusy = false
      return false
    }
    try {
      const taken = await bridge.printHandout(request)
      if (!taken.ok) return failed(taken.reason)
      print.value = { state: 'working', jobId: taken.jobId, isStopping: false }
      void bridge.printJobEnd({ jobId: taken.jobId }).then(
        (end) => {
          if (!end.ok) return void failed(end.reason)
          print.value = { state: 'printed' }
          visit.isBusy = false
        },
        () => failed('failed'),
      )
      return true
    } catch {
      return failed('failed')
    }
  }
  /**
   * Takes back what the printer works on. The handout is kept, and `printOut` tells how it ended: it
   * may have come out in the same moment.
   */
  async function stopPrint(): Promise<void> {
    const { value } = print
    if (value.state !== 'working' || value.jobId === null || value.isStopping) return
    print.value = { ...value, isStopping: true }
    await bridge.cancelPrint({ jobId: value.jobId })
  }
  const forgetPrint = (): void => void (print.value = { state: 'idle' })

  return {
    items,
    withheld,
    count,
    secondLanguage,
    layout,
    points,
    learned,
    questions,
    withResult,
    find,
    put,
    remove,
    move,
    keepAllowed,
    print,
    prepare,
    printOut,
    stopPrint,
    forgetPrint,
  }
})

/** The item as it is right for this visitor; null where it is not. */
function fittingFor(item: HandoutItem, allowanceOf: (id: string) => Allowance): HandoutItem | null {
  if (item.kind === 'relief') return item
  const allowance = allowanceOf(item.id)
  if (allowance.state === 'left-out') return null
  if (allowance.state === 'changed') return { ...item, version: 'easier' }
  return allowance.versions.includes(item.version) ? item : { ...item, version: 'main' }
}
