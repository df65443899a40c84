import type { FigurePart, FigureState } from '../../core/schema/figure'
import type { Point, Points } from '../../core/figure/kinematics'
import type { Side } from '../../core/figure/skeleton'
import { rollingSide } from '../../core/figure/chain-presets'
import type { FigureFeet } from '../../core/figure/chain-presets'
import { Sheet, followsNerve, linksOf, markedParts, stretchOf, thickness } from './drawing'
import type { Drawing } from './drawing'
import * as anatomy from './frontal-anatomy'
import * as outlines from './frontal-outlines'
import { frameOf } from './frames'
import { rigOf } from './rig'
import type { Rig } from './rig'
import { smoothPath } from './smooth-path'
import { cutAt, ramp } from './warp'
import type { Pair, Warp } from './warp'

type View = 'front' | 'back'

const LEG_AXIS = 48

const mirrored = (outline: readonly Pair[]): readonly Pair[] =>
  outline.map(([x, y]) => [-x, y] as const)

/** A whole outline from its half, which begins and ends on the middle line. */
const whole = (half: readonly Pair[]): readonly Pair[] => [
  ...half,
  ...mirrored(half).slice(1, -1).reverse(),
]

/** How the body's type changes the neutral drawing, before it is posed. */
function shaped(state: FigureState): { leg: (p: Pair) => Pair; trunk: (p: Pair) => Pair } {
  const thin = state.body === 'older' ? 0.9 : 1
  const belly = state.body === 'pregnant' ? 17 : 0
  return {
    leg: ([x, y]) => {
      const share = ramp(520, 400, y) * ramp(30, 70, y)
      return [LEG_AXIS + (x - LEG_AXIS) * (1 - share * (1 - thin)), y]
    },
    trunk: ([x, y]) => {
      const round = ramp(548, 612, y) * ramp(735, 650, y)
      return [x + Math.sign(x) * belly * round * Math.min(1, Math.abs(x) / 60), y]
    },
  }
}

/** The inner edge of a foot bulges and sinks with its arch. */
function archShift(drop: number): (p: Pair) => Pair {
  return ([x, y]) => {
    const inner = ramp(46, 26, x) * ramp(2, 12, y) * ramp(48, 26, y)
    return [x - 5.5 * drop * inner, y - 2.5 * drop * inner]
  }
}

interface Half {
  readonly side: Side
  /** 1 for the half on the right of the picture, -1 for the left. */
  readonly sign: 1 | -1
  readonly leg: Warp
  readonly arm: Warp
  readonly forefoot: Warp
}

/** Where each part lies on the half that is lit: x outward, and the chain it moves with. */
const PLACES: Readonly<Record<FigurePart, readonly [x: number, y: number, 'leg' | 'trunk']>> = {
  toes: [86, 17, 'leg'],
  'ball-of-foot': [78, 18, 'leg'],
  arch: [33, 16, 'leg'],
  heel: [48, 17, 'leg'],
  ankle: [48, 46, 'leg'],
  shin: [47, 160, 'leg'],
  calf: [48, 222, 'leg'],
  knee: [48, 289, 'leg'],
  thigh: [52, 390, 'leg'],
  hamstring: [52, 390, 'leg'],
  hip: [82, 530, 'leg'],
  buttock: [48, 530, 'trunk'],
  pelvis: [52, 592, 'trunk'],
  'low-back': [0, 636, 'trunk'],
  'mid-back': [0, 745, 'trunk'],
  neck: [0, 876, 'trunk'],
}

const FRONT_FOOT_PLACES: Partial<typeof PLACES> = {
  toes: [56, -19, 'leg'],
  'ball-of-foot': [40, -5, 'leg'],
  arch: [31, 16, 'leg'],
  heel: [62, 14, 'leg'],
}

/** The way up the leg to the spine along which lit parts are linked. */
const ROUTE_LEG: readonly Pair[] = [
  [48, 17],
  [48, 46],
  [47, 100],
  [47, 160],
  [48, 222],
  [48, 289],
  [51, 340],
  [55, 390],
  [64, 450],
  [74, 500],
  [80, 530],
]
const ROUTE_TRUNK: readonly Pair[] = [
  [70, 568],
  [50, 592],
  [22, 604],
  [4, 618],
  [0, 636],
  [0, 690],
  [0, 745],
  [0, 810],
  [0, 876],
]

/** The body from in front or behind. */
export function drawFrontal(
  state: FigureState,
  view: View,
  posed: Points,
  feet: FigureFeet,
): Drawing {
  const rig = rigOf(posed, view)
  const shape = shaped(state)
  const trunk: Warp = (p) => rig.trunk(shape.trunk(p))
  const onRight = rollingSide(view)
  const halves = ([1, -1] as const).map((sign): Half => {
    const side: Side = sign === 1 ? onRight : onRight === 'left' ? 'right' : 'left'
    const arch = archShift(feet.change.legs[side].archDrop)
    const mirroredIf = (warp: Warp, before: (p: Pair) => Pair): Warp => {
      return (p) => {
        const [x, y] = before(p)
        return warp([sign * x, y])
      }
    }
    const thinArch = (p: Pair): Pair => arch(shape.leg(p))
    return {
      side,
      sign,
      leg: mirroredIf(onFloor(rig.leg[side], view), thinArch),
      arm: mirroredIf(rig.arm[side], (p) => p),
      forefoot: mirroredIf(rig.forefoot[side], arch),
    }
  })
  const main = halves.find(({ side }) => side === feet.focus) as Half
  const seen = state.frame === 'foot' ? [main] : halves
  const frame = frameOf(view, state, main.sign)
  const sheet = new Sheet()
  const has = (layer: FigureState['layers'][number]): boolean => state.layers.includes(layer)

  drawGround(sheet, seen, view)
  drawLifts(sheet, seen, view, feet)
  if (view === 'back') {
    for (const half of seen) {
      sheet.body(
        `forefoot-${half.side}`,
        [['toes', half.forefoot, [outlines.FOREFOOT_BEHIND]]],
        true,
      )
    }
  }
  const withArms = state.frame === 'body'
  sheet.body('body', [
    ...seen.flatMap((half) => [
      [`leg-${half.side}`, half.leg, [outlines.LEG]] as const,
      view === 'back'
        ? ([`heel-${half.side}`, half.leg, [outlines.HEEL]] as const)
        : ([`foot-${half.side}`, half.leg, [outlines.FOOT_FRONT]] as const),
    ]),
    ...(withArms
      ? halves.map((half) => [`arm-${half.side}`, half.arm, [outlines.ARM]] as const)
      : []),
    ...(state.frame === 'foot' ? [] : [['trunk', trunk, [whole(outlines.TRUNK_HALF)]] as const]),
    ...(withArms
      ? [
          ['ears', trunk, [outlines.EAR, mirrored(outlines.EAR)]] as const,
          ['head', trunk, [whole(outlines.HEAD_HALF)]] as const,
        ]
      : []),
  ])
  drawSurface(sheet, state, view, seen, trunk, withArms)
  if (feet.insert > 0) drawInserts(sheet, seen, view)
  drawLayers(sheet, state, view, seen, main, trunk, rig)

  const places = view === 'front' ? { ...PLACES, ...FRONT_FOOT_PLACES } : PLACES
  // Parts of the trunk that lie aside are those of the lit leg's side.
  const beside: Warp = ([x, y]) => trunk([main.sign * x, y])
  const chainOf = (chain: 'leg' | 'trunk'): Warp => (chain === 'leg' ? main.leg : beside)
  const anchors = Object.fromEntries(
    Object.entries(places).map(([part, [x, y, chain]]) => [part, chainOf(chain)([x, y])]),
  ) as Record<FigurePart, Point>
  const route = [...ROUTE_LEG.map(main.leg), ...ROUTE_TRUNK.map(beside)]
  const nerve =
    has('nerve') && view === 'back' ? anatomy.NERVE.map(nerveWarp(main, trunk)).reverse() : route
  for (const link of feet.links ?? (state.joined ? linksOf(state.lit) : [])) {
    const { from, to, light } = link
    sheet.shapes.push({
      key: `link-${from}-${to}`,
      tone: 'link',
      light,
      d: smoothPath(
        stretchOf(followsNerve(link) ? nerve : route, anchors[from], anchors[to]),
        false,
      ),
    })
  }
  for (const [part, light] of markedParts(state)) {
    sheet.mark(part, anchors[part], (withArms ? 10 : 15) * frame.unit, light)
  }
  return {
    box: frame.box,
    unit: frame.unit,
    shapes: sheet.shapes,
    anchors: Object.fromEntries(
      Object.entries(anchors).map(([part, { x, y }]) => [part, { x, y: -y }]),
    ) as Record<FigurePart, Point>,
  }
}

/** Keeps the heel of a tipped foot from sinking below the floor: it is soft and flattens. */
function onFloor(warp: Warp, view: View): Warp {
  if (view === 'front') return warp
  return (p) => {
    const { x, y } = warp(p)
    return { x, y: p[1] < 30 && p[1] > -5 ? Math.max(y, -1) : y }
  }
}

function drawGround(sheet: Sheet, seen: readonly Half[], view: View): void {
  const low = view === 'front' ? -16 : 4
  const across = seen.map(({ forefoot }) => forefoot([56, 0]).x)
  const [left, right] = [Math.min(...across) - 62, Math.max(...across) + 62]
  const middle = (left + right) / 2
  const reach = (right - left) / 2
  sheet.shapes.push({
    key: 'ground',
    tone: 'ground-shadow',
    d: `M${middle - reach} ${-low}a${reach} 13 0 1 0 ${2 * reach} 0a${reach} 13 0 1 0 ${-2 * reach} 0Z`,
  })
}

const LIFT: readonly Pair[] = [
  [24, 0],
  [104, 0],
  [104, 1],
  [24, 1],
]
const INSERT_BEHIND: readonly Pair[] = [
  [24, 0],
  [66, 0],
  [66, 3],
  [52, 3.5],
  [38, 6],
  [29, 14],
  [24, 13],
]
const INSERT_IN_FRONT: readonly Pair[] = [
  [22, 0],
  [34, 0],
  [36, 8],
  [30, 17],
  [23, 14],
]

/** A block under the foot that stands higher than the floor. */
function drawLifts(sheet: Sheet, seen: readonly Half[], view: View, feet: FigureFeet): void {
  for (const { side, sign } of seen) {
    const height = thickness(feet.change.legs[side].lift)
    if (height === 0) continue
    const low = view === 'front' ? -22 : 0
    const block: Warp = ([x, y]) => ({
      x: sign * x,
      y: low + y * (height + (view === 'front' ? 6 : 0)),
    })
    sheet.straight(`lift-${side}`, 'insert', block, LIFT)
  }
}

/** A wedge under the inner edge of each foot. */
function drawInserts(sheet: Sheet, seen: readonly Half[], view: View): void {
  for (const half of seen) {
    const outline = view === 'back' ? INSERT_BEHIND : INSERT_IN_FRONT
    sheet.straight(`insert-${half.side}`, 'insert', half.forefoot, outline)
  }
}

function drawSurface(
  sheet: Sheet,
  state: FigureState,
  view: View,
  seen: readonly Half[],
  trunk: Warp,
  withHead: boolean,
): void {
  const both = (outline: readonly Pair[]): readonly (readonly Pair[])[] => [
    outline,
    mirrored(outline),
  ]
  const lines = view === 'back' ? outlines.BACK_LINES : outlines.FRONT_LINES
  for (const half of seen) {
    sheet.closed(`leg-shade-${half.side}`, 'shade', half.leg, outlines.LEG_SHADE)
    if (withHead) sheet.closed(`arm-shade-${half.side}`, 'shade', half.arm, [outlines.ARM_SHADE])
  }
  if (state.frame !== 'foot') {
    sheet.closed('trunk-shade', 'shade', trunk, both(outlines.TRUNK_SHADE))
    if (state.frame !== 'legs') {
      sheet.open(
        'trunk-lines',
        'fold',
        trunk,
        lines.trunk.flatMap((line) => both(line)),
      )
      sheet.closed('top', 'cloth', trunk, [whole(outlines.TOP_HALF)])
    }
    for (const half of seen) {
      sheet.closed(`shorts-${half.side}`, 'cloth', half.leg, [cutAt(outlines.LEG, 406, 'above')])
    }
    sheet.closed('shorts', 'cloth', trunk, [cutAt(whole(outlines.TRUNK_HALF), 604, 'below')])
  }
  for (const half of seen) {
    sheet.open(`leg-lines-${half.side}`, 'fold', half.leg, [
      ...lines.leg,
      ...(view === 'front' ? outlines.TOE_LINES : []),
    ])
    if (view === 'front') sheet.open(`nails-${half.side}`, 'nail', half.leg, outlines.TOE_NAILS)
    if (withHead) sheet.open(`fingers-${half.side}`, 'fold', half.arm, outlines.FINGER_LINES)
  }
  if (state.frame === 'foot') {
    if (view === 'back') sheet.open('axes', 'axis', (seen[0] as Half).leg, outlines.HEEL_AXES)
    return
  }
  if (state.body === 'pregnant' && view === 'front') {
    sheet.closed('belly-skin', 'skin', trunk, [outlines.BELLY])
    sheet.closed('belly-shade', 'shade', trunk, [outlines.BELLY_SHADE])
    sheet.open('belly', 'fold', trunk, outlines.BELLY_LINES)
  }
  if (view === 'back') {
    sheet.open('folds', 'fold', trunk, both(outlines.GLUTEAL_FOLD))
  }
  if (!withHead) return
  sheet.closed('hair', 'hair', trunk, [
    view === 'back' ? whole(outlines.HAIR_BACK_HALF) : outlines.HAIR_FRONT,
  ])
  if (view === 'front') sheet.open('face', 'line', trunk, outlines.FACE)
}

/** The nerve leaves the trunk at the buttock and follows the leg from there. */
function nerveWarp(half: Half, trunk: Warp): Warp {
  return (p) => {
    const share = ramp(590, 520, p[1])
    const [a, b] = [trunk([half.sign * p[0], p[1]]), half.leg(p)]
    return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }
  }
}

function drawLayers(
  sheet: Sheet,
  state: FigureState,
  view: View,
  seen: readonly Half[],
  main: Half,
  trunk: Warp,
  rig: Rig,
): void {
  const has = (layer: FigureState['layers'][number]): boolean => state.layers.includes(layer)
  const both = (shapes: readonly (readonly Pair[])[]): readonly (readonly Pair[])[] => [
    ...shapes,
    ...shapes.map(mirrored),
  ]
  const foot = state.frame === 'foot'
  const litOn = (half: Half, part: FigurePart) => (half === main ? state.lit[part] : undefined)
  if (has('bones') && !foot && state.frame !== 'legs') {
    sheet.open('ribs', 'rib', trunk, both(anatomy.RIBS))
  }
  if (has('bones') && !foot) {
    sheet.closed('pelvis', 'bone', trunk, [
      anatomy.PELVIS_HALF,
      mirrored(anatomy.PELVIS_HALF),
      [...anatomy.PELVIS_HOLE].reverse(),
      mirrored(anatomy.PELVIS_HOLE).toReversed(),
    ])
    sheet.closed('sacrum', 'bone', trunk, [anatomy.SACRUM])
  }
  if (has('spine') && !foot) {
    for (const [part, column] of [
      ['neck', anatomy.CERVICAL],
      ['mid-back', anatomy.THORACIC],
      ['low-back', anatomy.LUMBAR],
    ] as const) {
      sheet.closed(part, 'bone', rig.trunk, column.map(anatomy.vertebra), state.lit[part])
    }
    if (!has('bones')) sheet.closed('sacrum', 'bone', trunk, [anatomy.SACRUM])
  }
  for (const half of seen) {
    const { side, leg } = half
    if (has('bones')) {
      sheet.closed(`bones-${side}`, 'bone', leg, [anatomy.FIBULA, anatomy.TIBIA, anatomy.FEMUR])
      if (view === 'back') sheet.closed(`heel-bone-${side}`, 'bone', leg, [anatomy.HEEL_BONE])
      else {
        sheet.closed(`foot-bones-${side}`, 'bone', leg, anatomy.FOOT_BONES_FRONT)
        sheet.closed(`patella-${side}`, 'bone', leg, [anatomy.PATELLA])
      }
    }
    if (view === 'back') {
      if (has('gluteals') && !foot) {
        sheet.closed(
          `gluteal-${side}`,
          'muscle',
          nerveWarp(half, trunk),
          [anatomy.GLUTEAL],
          litOn(half, 'buttock'),
        )
        sheet.open(
          `gluteal-fibres-${side}`,
          'fibre',
          nerveWarp(half, trunk),
          anatomy.FIBRES.gluteals,
        )
      }
      if (has('hamstring') && !foot) {
        sheet.closed(
          `hamstring-${side}`,
          'muscle',
          leg,
          anatomy.HAMSTRINGS,
          litOn(half, 'hamstring'),
        )
        sheet.open(`hamstring-fibres-${side}`, 'fibre', leg, anatomy.FIBRES.hamstring)
      }
      if (has('calf')) {
        sheet.closed(`achilles-${side}`, 'tendon', leg, [anatomy.ACHILLES])
        sheet.closed(`calf-${side}`, 'muscle', leg, anatomy.CALF_MUSCLES, litOn(half, 'calf'))
        sheet.open(`calf-fibres-${side}`, 'fibre', leg, anatomy.FIBRES.calf)
      }
      if (has('fascia')) {
        sheet.closed(`fascia-${side}`, 'fascia', leg, [anatomy.FASCIA_BEHIND], litOn(half, 'arch'))
      }
      if (has('nerve')) {
        const lines = [anatomy.NERVE, ...anatomy.NERVE_BRANCHES]
        sheet.open(`nerve-sheath-${side}`, 'nerve-sheath', nerveWarp(half, trunk), lines)
        sheet.open(`nerve-${side}`, 'nerve', nerveWarp(half, trunk), lines)
      }
    }
  }
}
