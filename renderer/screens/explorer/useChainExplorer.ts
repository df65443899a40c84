import { useIntervalFn, usePreferredReducedMotion } from '@vueuse/core'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { feetOf, rollingSide, type FigureFeet } from '../../../core/figure/chain-presets'
import { linksOf, type ChainLink } from '../../../core/figure/chain-model'
import { NEUTRAL_STATE } from '../../../core/figure/neutral-state'
import type { Chain, ChainCause, ChainInput } from '../../../core/schema/chain'
import type { EvidenceStrength } from '../../../core/schema/evidence'
import type { FigureLight, FigurePart, FigureState } from '../../../core/schema/figure'

/** Steps of the sliders from their middle or start to an end. */
export const STEPS = 10
/** How far legs may differ, in mm. */
export const MOST_SHORTER = 20
/** How much of a difference a lift takes off, as in the trial of Rannisto and others (2019). */
const LIFT_SHARE = 0.7
/** Time from one link to the next when they light up from the foot, in ms. */
const NEXT_LIGHT = 260

export type Foot = 'left' | 'both' | 'right'
export type View = FigureState['view']

export interface ChainExplorer {
  /** From -10 (flat) to 10 (high). */
  arch: Ref<number>
  foot: Ref<Foot>
  /** From 0 (loose) to 10 (tight). */
  calf: Ref<number>
  /** By how many mm the right leg is shorter; negative the left. */
  legs: Ref<number>
  /** Does something lie under the feet? */
  isSupported: Ref<boolean>
  view: Ref<View>
  isWalking: Ref<boolean>
  links: ComputedRef<readonly ChainLink[]>
  /** How many of them are lit now. */
  lights: ComputedRef<number>
  /** The link that is told of; none while nothing is moved. */
  current: ComputedRef<ChainLink | undefined>
  /** Its place from 1. */
  place: ComputedRef<number>
  isStepping: ComputedRef<boolean>
  /** Shows the links one by one from the foot up, and after the last all of them. */
  step: () => void
  /** A slider was let go: the links light up in turn. */
  released: () => void
  /** The feet with the links that are lit, and without. */
  feet: ComputedRef<FigureFeet>
  bareFeet: ComputedRef<FigureFeet>
  body: ComputedRef<FigureState>
  closeUp: ComputedRef<FigureState>
}

/** What a visitor does to the feet of the figure, and what is shown of what follows. */
export function useChainExplorer(
  chain: () => Chain,
  strengthOf: (claim: string) => EvidenceStrength,
): ChainExplorer {
  const arch = ref(0)
  const foot = ref<Foot>('both')
  const calf = ref(0)
  const legs = ref(0)
  const isSupported = ref(false)
  const view = ref<View>('back')
  const isWalking = ref(false)

  const input = computed((): ChainInput => {
    const of = (side: 'left' | 'right'): number =>
      foot.value === 'both' || foot.value === side ? arch.value / STEPS : 0
    return {
      arch: { left: of('left'), right: of('right') },
      tightCalf: calf.value / STEPS,
      legLengthDifference: legs.value,
      // Where one leg is shorter, an insert lies only where a flat foot asks for it.
      insert: isSupported.value && (legs.value === 0 || arch.value < 0) ? 1 : 0,
      heelLift: isSupported.value ? LIFT_SHARE * Math.abs(legs.value) : 0,
    }
  })
  const links = computed(() => linksOf(input.value, chain(), strengthOf))

  /** The link that is shown by itself, from 0; null while all are lit. */
  const stepped = ref<number | null>(null)
  const lights = ref(Infinity)
  const motion = usePreferredReducedMotion()
  const running = useIntervalFn(
    () => {
      lights.value += 1
      if (lights.value >= links.value.length) running.pause()
    },
    NEXT_LIGHT,
    { immediate: false },
  )
  /** What the visitor did last, of which the sentence tells. */
  const causes = ref<readonly ChainCause[]>([])
  watch(arch, () => (causes.value = ['flat', 'high']))
  watch(calf, () => (causes.value = ['tight-calf']))
  watch(legs, () => (causes.value = ['short-leg']))
  watch(isSupported, () => (causes.value = ['insert', 'lift']))
  watch(input, () => {
    running.pause()
    lights.value = Infinity
    stepped.value = null
  })
  function released(): void {
    if (motion.value === 'reduce' || links.value.length === 0) return
    lights.value = 1
    running.resume()
  }
  function step(): void {
    running.pause()
    lights.value = Infinity
    const next = stepped.value === null ? 0 : stepped.value + 1
    stepped.value = next < links.value.length ? next : null
  }
  const ofLast = computed(() => {
    const ids = new Set(
      chain().couplings.flatMap(({ id, cause }) => (causes.value.includes(cause) ? [id] : [])),
    )
    return Math.max(
      0,
      links.value.findIndex(({ id }) => ids.has(id)),
    )
  })
  const at = computed(() => stepped.value ?? ofLast.value)
  const lit = computed(() =>
    links.value.slice(0, stepped.value === null ? lights.value : stepped.value + 1),
  )

  const focus = computed(() => {
    if (foot.value !== 'both' && arch.value !== 0) return foot.value
    if (legs.value !== 0) return legs.value > 0 ? 'right' : 'left'
    return rollingSide(view.value)
  })
  const bareFeet = computed(() => feetOf(input.value, chain(), focus.value))
  const body = computed((): FigureState => ({
    ...NEUTRAL_STATE,
    view: view.value,
    motion: isWalking.value ? 'walk' : 'stand',
    layers: ['bones', 'spine', ...(calf.value > 0 ? (['calf'] as const) : [])],
    lit: { ...origin(input.value), ...lightsOf(lit.value) },
    labels: links.value[at.value] ? [(links.value[at.value] as ChainLink).to] : [],
  }))
  return {
    arch,
    foot,
    calf,
    legs,
    isSupported,
    view,
    isWalking,
    links,
    lights: computed(() => lit.value.length),
    current: computed(() => links.value[at.value]),
    place: computed(() => at.value + 1),
    isStepping: computed(() => stepped.value !== null),
    step,
    released,
    bareFeet,
    feet: computed(() => ({
      ...bareFeet.value,
      links: lit.value.map(({ from, to, strength }) => ({ from, to, light: lightOf(strength) })),
    })),
    body,
    closeUp: computed(() => ({
      ...NEUTRAL_STATE,
      view: view.value,
      frame: 'foot' as const,
      layers: ['bones' as const],
    })),
  }
}

/** Where the visitor began: what they do is sure. */
function origin({ arch, tightCalf }: ChainInput): FigureState['lit'] {
  return {
    ...((arch.left !== 0 || arch.right !== 0) && { arch: 'strong' as const }),
    ...(tightCalf > 0 && { calf: 'strong' as const }),
  }
}

/** The parts to which links lead; the surer one where two lead to the same. */
function lightsOf(links: readonly ChainLink[]): Partial<Record<FigurePart, FigureLight>> {
  const lit: Partial<Record<FigurePart, FigureLight>> = {}
  for (const { to, strength } of links) {
    if (lit[to] !== 'strong') lit[to] = lightOf(strength)
  }
  return lit
}

const lightOf = (strength: EvidenceStrength | null): FigureLight =>
  strength === 'strong' || strength === 'moderate' ? 'strong' : 'pale'
