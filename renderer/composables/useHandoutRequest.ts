import { computed, type ComputedRef } from 'vue'
import { pointOf } from '../../core/handout/learned-block'
import type { ClinicOnPaper } from '../../core/handout/build-sheets'
import type { HandoutRequest } from '../../core/schema/handout'
import type { Slide } from '../../core/schema/story'
import { useContentStore } from '../stores/content'
import { useExercisesStore } from '../stores/exercises'
import { useHandoutStore } from '../stores/handout'
import { useTriageStore } from '../stores/triage'
import { useStoryStore } from '../stores/story'

/** So many points of the story stand on the sheet until the visitor chooses. */
const FEW_POINTS = 5
/** Slides that leave something to remember besides a question or a heading. */
const KINDS: ReadonlySet<Slide['kind']> = new Set(['chain', 'explain', 'compare', 'check-yourself'])

export interface HandoutToMake {
  request: ComputedRef<HandoutRequest>
  clinic: ComputedRef<ClinicOnPaper>
  /** Slides that were seen and leave something to remember, in the order of the story. */
  seen: ComputedRef<readonly string[]>
  /** Is there a result that the visitor may want on the sheet or not? */
  canLeaveResultOff: ComputedRef<boolean>
  /** Can a handout be made of this content? */
  isThere: ComputedRef<boolean>
}

/** The handout of this visit as ids and settings, from all that was chosen so far. */
export function useHandoutRequest(): HandoutToMake {
  const content = useContentStore()
  const exercises = useExercisesStore()
  const handout = useHandoutStore()
  const story = useStoryStore()
  const triage = useTriageStore()

  const seen = computed(() =>
    content.bundle.story.chapters
      .flatMap(({ slides }) => slides)
      .filter(({ id, kind }) => story.seen.has(id) && KINDS.has(kind))
      .map(({ id }) => id)
      .filter((id) => pointOf(content.words, id)),
  )
  const clinic = computed<ClinicOnPaper>(() => {
    const { clinicName, clinicPhone, ...settings } = content.settings
    return {
      name: clinicName,
      phone: clinicPhone,
      hasLogo: false,
      emergencyNumber: settings.emergencyNumber,
      crisisLine: settings.crisisLine,
      exercisesSwitchedOn: settings.exercisesSwitchedOn,
    }
  })
  /** A result that must be on the sheet: a visitor cannot leave it off. */
  const isUrgent = computed(() => (triage.forPaper?.level ?? 4) <= 2)
  const request = computed<HandoutRequest>(() => {
    const { settings } = content
    const first = content.words.language.tag
    const second = handout.secondLanguage
    const { learned } = handout
    return plain({
      languages: second && second !== first ? [first, second] : [first],
      layout: second && second !== first ? handout.layout : 'one',
      paper: settings.paper,
      points: handout.points,
      colour: settings.colour,
      tickDays: settings.tickDays,
      items: [...handout.items],
      learned: learned
        ? seen.value.filter((id) => learned.has(id))
        : seen.value.slice(0, FEW_POINTS),
      questions: [...handout.questions],
      triage: isUrgent.value || handout.withResult ? triage.forPaper : null,
      filter: {
        offers: triage.exerciseFilter.offers,
        signs: [...new Set([...triage.exerciseFilter.signs, ...exercises.signs])],
        without: [...triage.exerciseFilter.without],
      },
      date: today(),
    })
  })
  return {
    request,
    clinic,
    seen,
    canLeaveResultOff: computed(() => triage.forPaper !== null && !isUrgent.value),
    isThere: computed(() => content.words.handout !== undefined),
  }
}

/** Without the proxies of the stores, which the bridge cannot carry to the shell. */
const plain = (request: HandoutRequest): HandoutRequest =>
  JSON.parse(JSON.stringify(request)) as HandoutRequest

/** The day on the clock of the kiosk. */
function today(): string {
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
