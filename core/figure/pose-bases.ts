import type { ContactName, ContactPart, PoseBase, Surface } from '../schema/pose-names'
import type { LimbAngle } from './skeleton'

/** A touch as an author writes it; see `core/schema/pose.ts`. */
export interface BaseTouch {
  readonly on: Surface | 'right.knee' | 'left.knee'
  readonly at: number | readonly [number, number]
  readonly part?: ContactPart
  readonly slope?: number
}

/** What a posture is before an author changes it. */
export interface Base {
  /** Degrees that the pelvis leans forward. */
  readonly lean: number
  /** Does the body lie on its left side, its front to the viewer? */
  readonly onSide: boolean
  readonly angles: Readonly<Partial<Record<`both.${LimbAngle}` | 'neck.flexion', number>>>
  readonly anchor: ContactName
  readonly touch: Readonly<Partial<Record<ContactName | 'both.foot' | 'both.hand', BaseTouch>>>
}

/** The postures from which poses start. */
export const BASES: Readonly<Record<PoseBase, Base>> = {
  standing: {
    lean: 0,
    onSide: false,
    angles: {
      'both.hip.flexion': 2,
      'both.knee.flexion': 4,
      'both.shoulder.flexion': 2,
      'both.elbow.flexion': 12,
    },
    anchor: 'left.foot',
    touch: { 'both.foot': { on: 'floor', at: 0 } },
  },
  sitting: {
    lean: 0,
    onSide: false,
    angles: { 'both.hip.flexion': 90, 'both.knee.flexion': 90 },
    anchor: 'seat',
    touch: {
      seat: { on: 'chair', at: 0 },
      'both.foot': { on: 'floor', at: 245 },
      'both.hand': { on: 'right.knee', at: [-62, 62], slope: 84 },
    },
  },
  lying: {
    lean: -90,
    onSide: false,
    angles: { 'both.shoulder.flexion': -8, 'both.elbow.flexion': 2, 'neck.flexion': 4 },
    anchor: 'hips',
    touch: { hips: { on: 'mat', at: 0 }, 'both.foot': { on: 'mat', at: 235 } },
  },
  'side-lying': {
    lean: 0,
    onSide: true,
    angles: { 'both.hip.flexion': 45, 'both.knee.flexion': 90 },
    anchor: 'hips',
    touch: { hips: { on: 'mat', at: 0 } },
  },
  'all-fours': {
    lean: 81,
    onSide: false,
    angles: {
      'both.hip.flexion': 81,
      'both.ankle.dorsiflexion': -50,
      'both.shoulder.flexion': 80,
      'neck.flexion': -18,
    },
    anchor: 'left.knee',
    touch: {
      'left.knee': { on: 'mat', at: 0 },
      'right.knee': { on: 'mat', at: 0 },
      'both.hand': { on: 'mat', at: 320, slope: 80 },
    },
  },
}
