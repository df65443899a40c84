import type { Cue, KeyPose, PoseScript, PropPlace } from '../schema/pose'
import type { ContactName, LitPart, PoseView, SceneProp } from '../schema/pose-names'
import { BASES } from './pose-bases'
import type { BaseTouch } from './pose-bases'
import { solve } from './contacts'
import type { Body, Hold, Holds, Posture } from './contacts'
import { surfaceOf } from './props'
import { NEUTRAL_POSE, SIDES } from './skeleton'
import type { AngleName } from './skeleton'

/** The three ways of an exercise, as its pictures know them. */
export type PoseWay = 'standard' | 'easier' | 'harder'

type PropPlaces = Readonly<Partial<Record<SceneProp, PropPlace>>>
export type Moves = Readonly<Partial<Record<SceneProp, readonly [number, number]>>>
type RawTouch = BaseTouch | NonNullable<KeyPose['touch'][keyof KeyPose['touch']]>

/** One key pose with nothing left to look up. */
export interface Moment {
  readonly name: string
  readonly seconds: number
  readonly hold: number
  readonly ease: 'soft' | 'even'
  readonly posture: Posture
  readonly body: Body
  readonly moves: Moves
  readonly cues: readonly Cue[]
}

/** One way of an exercise with nothing left to look up. */
export interface Performance {
  readonly view: PoseView
  readonly wear: 'shoes' | 'socks' | 'bare'
  readonly lit: readonly LitPart[]
  readonly props: PropPlaces
  /** Seconds of a stride, where the body walks. */
  readonly walk: number | null
  readonly moments: readonly Moment[]
}

/** A key pose as written: what is not said is undefined. */
type Raw = Pick<KeyPose, 'name'> & {
  readonly [Field in keyof Omit<KeyPose, 'name'>]?: KeyPose[Field] | undefined
}

type Script = Pick<PoseScript, 'base' | 'view' | 'wear' | 'lit' | 'props' | 'walk'> & {
  readonly keys: readonly Raw[]
}

const merged = (key: Raw, over: Raw | undefined): Raw =>
  over
    ? {
        ...key,
        ...over,
        angles: { ...key.angles, ...over.angles },
        touch: { ...key.touch, ...over.touch },
        move: { ...key.move, ...over.move },
        cues: over.cues ?? key.cues ?? [],
      }
    : key

/** The script of one way: the variant's own, or the exercise's with what the variant changes. */
function scriptOf(script: PoseScript, way: PoseWay): Script {
  const variant = way === 'standard' ? undefined : script[way]
  if (!variant) return script
  const { base, view, wear = script.wear, lit = script.lit, props, walk, keys } = variant
  if (base) return { base, view: view ?? 'side', wear, lit, props: props ?? {}, walk, keys }
  const own = script.keys.map((key) =>
    merged(
      key,
      keys.find(({ name }) => name === key.name),
    ),
  )
  const added = keys.filter(({ name }) => !own.some((key) => key.name === name))
  return {
    base: script.base,
    view: view ?? script.view,
    wear,
    lit,
    props: props ?? script.props,
    walk: walk ?? script.walk,
    keys: [...own, ...added],
  }
}

/** One entry for each side where something is said of both. */
function eachSide<Value>(entries: Readonly<Record<string, Value | undefined>>): [string, Value][] {
  return Object.entries(entries).flatMap(([name, value]): [string, Value][] => {
    if (value === undefined) return []
    if (!name.startsWith('both.')) return [[name, value]]
    return SIDES.map((side) => [`${side}.${name.slice('both.'.length)}`, value])
  })
}

function holdOf(touch: Exclude<RawTouch, 'free'>, name: ContactName, props: PropPlaces): Hold {
  const isHand = name.endsWith('.hand')
  const part = touch.part ?? (isHand ? 'palm' : 'sole')
  const { on, place } = surfaceOf(touch.on, touch.at, isHand, props)
  return {
    on,
    place,
    part,
    slope: touch.slope ?? (isHand ? null : 0),
    onSurface: on === null && touch.on !== 'air',
    open: 'open' in touch ? (touch.open ?? 0) : 0,
  }
}

/** The performance of one way of an exercise. */
export function performanceOf(script: PoseScript, way: PoseWay): Performance {
  const { base: baseName, view, wear, lit, props, walk, keys } = scriptOf(script, way)
  const base = BASES[baseName]
  const [first] = keys
  const moments = keys.map((key, index): Moment => {
    const behind = index === 0 ? [] : [first]
    const own: readonly (Raw | undefined)[] = [...behind, key]
    const angles: Record<string, number> = { ...NEUTRAL_POSE }
    for (const source of [base.angles, ...own.map((raw) => raw?.angles ?? {})]) {
      for (const [name, angle] of eachSide<number>(source)) angles[name] = angle
    }
    const touches = new Map<ContactName, RawTouch>()
    for (const source of [base.touch, ...own.map((raw) => raw?.touch ?? {})]) {
      for (const [name, touch] of eachSide<RawTouch>(source)) {
        touches.set(name as ContactName, touch)
      }
    }
    const holds: Holds = new Map(
      [...touches].flatMap(([name, touch]): [ContactName, Hold][] =>
        touch === 'free' ? [] : [[name, holdOf(touch, name, props)]],
      ),
    )
    const posture: Posture = {
      angles: angles as Record<AngleName, number>,
      lean: key.lean ?? first?.lean ?? base.lean,
      onSide: base.onSide,
      anchor: key.anchor ?? first?.anchor ?? base.anchor,
      holds,
    }
    return {
      name: key.name,
      seconds: key.seconds ?? 2,
      hold: key.hold ?? 0.6,
      ease: key.ease ?? 'soft',
      posture,
      body: solve(posture),
      moves: { ...(index === 0 ? {} : first?.move), ...key.move },
      cues: key.cues ?? [],
    }
  })
  return { view, wear, lit, props, walk: walk ?? null, moments }
}
