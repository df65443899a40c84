import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Settings } from '../../../core/schema/settings'
import { DEFAULT_SETTINGS } from '../../../core/settings-defaults'
import type { useExercisesStore as UseExercisesStore } from '../../../renderer/stores/exercises'
import type { useHandoutStore as UseHandoutStore } from '../../../renderer/stores/handout'
import type { useTriageStore as UseTriageStore } from '../../../renderer/stores/triage'
import { fakeBridge } from '../../support/fake-bridge'
import { shippedBundle } from '../../support/words'

const bundle = await shippedBundle()
const GENTLE = bundle.triage!.exerciseSafety.gentle

describe('the triage store', () => {
  let triage: ReturnType<typeof UseTriageStore>
  let exercises: ReturnType<typeof UseExercisesStore>
  let handout: ReturnType<typeof UseHandoutStore>
  let bridge: ReturnType<typeof fakeBridge>
  async function open(settings: Partial<Settings> = {}, content = bundle): Promise<void> {
    vi.resetModules()
    window.bridge = bridge = fakeBridge({
      ok: true,
      bundle: content,
      settings: { ...DEFAULT_SETTINGS, ...settings },
    })
    setActivePinia(createPinia())
    const { useContentStore } = await import('../../../renderer/stores/content')
    await useContentStore().load()
    triage = (await import('../../../renderer/stores/triage')).useTriageStore()
    exercises = (await import('../../../renderer/stores/exercises')).useExercisesStore()
    handout = (await import('../../../renderer/stores/handout')).useHandoutStore()
  }
  beforeEach(() => open())

  const offered = (): string[] => exercises.offered.map(({ exercise }) => exercise.id)
  /** Answers the step that shows: yes to these, No to the rest. */
  function answer(yes: readonly string[]): void {
    const { step } = triage
    if (!step) throw new Error('there is nothing to ask')
    if (step.asks === 'age') return triage.sayAge('18-49')
    if (step.asks === 'region') return triage.sayRegion(['back'])
    triage.say(
      step.items.filter((item) => yes.includes(item)),
      'yes',
    )
    triage.sayNoToTheRest(step.items)
    triage.goOn()
  }
  function answerAll(yes: readonly string[] = []): void {
    for (let taps = 0; !triage.result; taps += 1) {
      if (taps > 30) throw new Error('the questions do not end')
      answer(yes)
    }
  }

  it('begins with the age, and goes on by one step for each answer', () => {
    expect(triage.step).toMatchObject({ screen: 'age' })
    expect(triage.progress).toEqual({ n: 1, total: 10 })
    triage.sayAge('18-49')
    expect(triage.step).toMatchObject({ screen: 'region' })
    triage.sayRegion(['leg'])
    expect(triage.step).toMatchObject({ screen: 'S1' })
    expect(triage.progress).toEqual({ n: 3, total: 10 })
  })

  it('goes back with the answers kept, to the very first step and no further', () => {
    answer([])
    answer([])
    triage.say(['E3'], 'yes')
    expect(triage.goBack()).toBe(true)
    expect(triage.step).toMatchObject({ screen: 'region' })
    expect(triage.answers).toMatchObject({ age: '18-49', region: ['back'], tiles: { E3: 'yes' } })
    expect(triage.goBack()).toBe(true)
    expect(triage.goBack()).toBe(false)
    expect(triage.step).toMatchObject({ screen: 'age' })
  })

  it('ends at once on a sign of danger, and goes back to the question that told it', () => {
    answer([])
    answer([])
    answer([])
    answer(['N1'])
    expect(triage.result).toMatchObject({ level: 1, rules: ['N1'] })
    expect(triage.isUrgent).toBe(true)
    triage.goBack()
    expect(triage.step).toMatchObject({ screen: 'S2' })
    expect(triage.answerOf('N1')).toBe('yes')
  })

  it('recomputes from zero when an answer is changed on the way back', () => {
    answerAll(['A1'])
    expect(triage.result?.level).toBe(3)
    triage.goBack()
    triage.goBack()
    triage.say(['A1'], 'no')
    triage.goOn()
    triage.goOn()
    expect(triage.result?.level).toBe(4)
  })

  it('holds a result until start over, also while somebody looks at the questions again', () => {
    answerAll(['V2'])
    expect(offered()).toEqual([])
    triage.goBack()
    expect(triage.result).toBeNull()
    expect(triage.finished?.level).toBe(2)
    expect(offered()).toEqual([])
    triage.startOver()
    expect(triage.finished).toBeNull()
    expect(triage.answers).toEqual({ tiles: {} })
    expect(triage.step).toMatchObject({ screen: 'age' })
    expect(offered().length).toBeGreaterThan(10)
  })

  it('invariant 9: leaves no exercise and no relief after level 1 or 2, and holds back what was chosen', () => {
    for (const yes of ['N1', 'V2']) {
      triage.startOver()
      handout.keepAllowed(exercises.allowanceOf, exercises.isClosed)
      handout.put({ kind: 'exercise', id: 'toe-yoga', version: 'main' })
      handout.put({ kind: 'relief', id: 'heat' })
      answerAll([yes])
      expect(exercises.isClosed).toBe(true)
      expect(offered()).toEqual([])
      expect(exercises.relief).toEqual([])
      handout.keepAllowed(exercises.allowanceOf, exercises.isClosed)
      expect(handout.items).toEqual([])
      expect(handout.withheld).toHaveLength(2)
    }
  })

  it('brings back what was chosen once the answers allow it again', () => {
    handout.put({ kind: 'exercise', id: 'calf-stretch', version: 'main' })
    answerAll(['A1'])
    handout.keepAllowed(exercises.allowanceOf, exercises.isClosed)
    expect(handout.items).toEqual([])
    triage.startOver()
    handout.keepAllowed(exercises.allowanceOf, exercises.isClosed)
    expect(handout.items.map(({ id }) => id)).toEqual(['calf-stretch'])
    expect(handout.withheld).toEqual([])
  })

  it('leaves only the gentle exercises at level 3, and none where a limb must be seen first', () => {
    answerAll(['A1'])
    expect(offered().every((id) => GENTLE.includes(id))).toBe(true)
    expect(offered().length).toBeGreaterThan(0)
    triage.startOver()
    answerAll(['V6'])
    expect(triage.result?.level).toBe(3)
    expect(offered()).toEqual([])
  })

  it('invariant 10: a visitor adds to the signs that the answers set, and takes none away', () => {
    answerAll(['C-diab'])
    expect([...exercises.fixedSigns]).toEqual(['neu'])
    expect(offered()).not.toContain('ball-roll')
    exercises.answer(['bal'])
    expect([...exercises.signs].sort()).toEqual(['bal', 'neu'])
    exercises.answer([])
    expect([...exercises.signs]).toEqual(['neu'])
    expect(offered()).not.toContain('ball-roll')
  })

  it('gives the handout level and reasons, and never an id of what is private', () => {
    expect(triage.forPaper).toBeNull()
    answerAll(['C-preg', 'C-needle', 'C-immune', 'A1'])
    expect(triage.forPaper).toMatchObject({ level: 2, ruleSet: '1.0', hasPrivate: true, told: [] })
    triage.startOver()
    answerAll(['C-preg', 'A1'])
    expect(triage.forPaper).toMatchObject({ level: 3, withinDays: 14, told: ['A1'] })
    expect(JSON.stringify(triage.forPaper)).not.toContain('C-preg')
  })

  it('counts what one would rather tell the staff as yes', () => {
    answer([])
    answer([])
    answer([])
    triage.say(['N1', 'N2', 'N3'], 'not-sure')
    triage.sayNoToTheRest(triage.step?.items ?? [])
    triage.goOn()
    expect(triage.result).toMatchObject({ level: 1, isUnsure: true })
  })

  it('prints a slip at the desk once, at level 1 alone, and only where the clinic wants it', async () => {
    const slips = (): number => bridge.calls.filter((name) => name === 'printDeskSlip').length
    answerAll(['E1'])
    expect(slips()).toBe(0)
    await open({ deskSlip: true })
    answerAll(['V2'])
    expect(slips()).toBe(0)
    triage.startOver()
    answerAll(['E1'])
    expect(slips()).toBe(1)
    triage.goBack()
    triage.goOn()
    expect(triage.result?.level).toBe(1)
    expect(slips()).toBe(1)
  })

  it('invariant 19: shows level 1 also where the slip cannot be printed', async () => {
    await open({ deskSlip: true })
    bridge.printDeskSlip = () => Promise.reject(new Error('no printer'))
    answerAll(['E1'])
    expect(triage.result?.level).toBe(1)
  })

  it('is not there where the clinic switched it off, where the rules are broken, and without words', async () => {
    expect(triage.isThere).toBe(true)
    await open({ triageOn: false })
    expect(triage.isThere).toBe(false)
    const without: Partial<typeof bundle> = { ...bundle }
    delete without.triage
    await open({}, without as typeof bundle)
    expect(triage.isThere).toBe(false)
    const english = { ...bundle.words['en']! }
    delete english.triage
    await open({}, { ...bundle, words: { en: english } })
    expect(triage.isThere).toBe(false)
  })
})
