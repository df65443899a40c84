import type { FigureFeet } from '../../core/figure/chain-presets'
import type { FigureLight, FigurePart, FigureState } from '../../core/schema/figure'
import type { Point, Points } from '../../core/figure/kinematics'
import { NEUTRAL_POINTS } from '../../core/figure/skeleton'
import type { Side, Vec3 } from '../../core/figure/skeleton'
import { Sheet, followsNerve, linksOf, markedParts, stretchOf, thickness } from './drawing'
import type { Drawing } from './drawing'
import { frameOf } from './frames'
import { rigOf } from './rig'
import * as anatomy from './side-anatomy'
import * as outlines from './side-outlines'
import { smoothPath } from './smooth-path'
import { cutAt, ramp } from './warp'
import type { Pair, Warp } from './warp'

const PLACES: Readonly<Record<FigurePart, readonly [x: number, y: number, 'leg' | 'trunk']>> = {
  toes: [103, 8, 'leg'],
  'ball-of-foot': [74, 8, 'leg'],
  arch: [30, 9, 'leg'],
  heel: [-29, 12, 'leg'],
  ankle: [0, 42, 'leg'],
  shin: [13, 165, 'leg'],
  calf: [-32, 215, 'leg'],
  knee: [14, 290, 'leg'],
  thigh: [26, 410, 'leg'],
  hamstring: [-34, 400, 'leg'],
  hip: [0, 533, 'leg'],
  buttock: [-52, 530, 'trunk'],
  pelvis: [-6, 585, 'trunk'],
  'low-back': [-13, 640, 'trunk'],
  'mid-back': [-50, 760, 'trunk'],
  neck: [-30, 868, 'trunk'],
}

/** Where the foot's bones are seen, its arch is the highest of them: the navicular. */
const PLACES_ON_BONES = { arch: [35, 28, 'leg'] } as const

/** Parts that the sciatic nerve runs through: where it is seen, they are meant on it. */
const ON_NERVE: ReadonlySet<string> = new Set<FigurePart>([
  'calf',
  'thigh',
  'hamstring',
  'buttock',
  'low-back',
])

/** The place at a height on a line that runs down; its end where the line does not go so far. */
function onLine(line: readonly Pair[], height: number): Pair {
  const below = line.findIndex(([, y]) => y <= height)
  const [a, b] = [line[below - 1], line[below]]
  if (!b) return line.at(-1) ?? [0, height]
  if (!a) return b
  const share = (a[1] - height) / (a[1] - b[1])
  return [a[0] + share * (b[0] - a[0]), height]
}

const ROUTE_LEG: readonly Pair[] = [
  [103, 8],
  [74, 6],
  [30, 9],
  [-6, 4],
  [-29, 12],
  [-26, 50],
  [-23, 90],
  [-26, 140],
  [-32, 190],
  [-32, 215],
  [-24, 260],
  [-14, 290],
  [-20, 340],
  [-32, 400],
  [-30, 460],
]
const ROUTE_TRUNK: readonly Pair[] = [
  [-44, 510],
  [-52, 530],
  [-48, 570],
  [-30, 600],
  [-14, 640],
  [-24, 690],
  [-50, 760],
  [-46, 825],
  [-28, 872],
]

const LIFT: readonly Pair[] = [
  [-36, 0],
  [118, 0],
  [118, 1],
  [-36, 1],
]
/** Under the foot from the heel to behind the ball, highest under the arch. */
const INSERT: readonly Pair[] = [
  [-34, 0],
  [66, 0],
  [60, 2],
  [46, 6],
  [30, 10],
  [14, 9],
  [-4, 5],
  [-26, 4],
  [-34, 6],
]

const HEIGHT_OF_ANKLE = NEUTRAL_POINTS['right.ankle'].y

/** How high the ankle is above the sole, along the foot's own upright. */
function distanceToSole(ankle: Vec3, heel: Vec3): number {
  const back = NEUTRAL_POINTS['right.heel'].x
  const whole = Math.hypot(ankle.x - heel.x, ankle.y - heel.y, ankle.z - heel.z)
  return Math.sqrt(Math.max(0, whole ** 2 - back ** 2))
}

/** How the arch lifts or sinks the middle of the foot, before it is posed. */
function archShift(arch: number): (p: Pair) => Pair {
  return ([x, y]) => {
    if (x < -22 || x > 74 || y > 66) return [x, y]
    const along = Math.cos((Math.PI / 2) * ((x - 27) / 48)) ** 2
    const lift = arch > 0 ? 8 : 6.5
    // The sole changes more than the instep.
    return [x, y + arch * lift * along * ramp(66, 40, y) * (0.45 + 0.55 * ramp(30, 10, y))]
  }
}

/** How the arch and the body's type change the neutral drawing of a leg, before it is posed. */
function shaped(state: FigureState, archDrop: number, sinks: number): (p: Pair) => Pair {
  const arch = archShift(-archDrop)
  const thin = state.body === 'older' ? 0.12 : 0
  return (p) => {
    const [x, y] = arch(p)
    // The ankle comes nearer to the sole, and the sole stays on the floor; toes are their own part.
    const lift = x <= 62 ? sinks * ramp(44, 8, y) : 0
    return [x * (1 - thin * ramp(500, 400, y) * ramp(40, 90, y)), y + lift]
  }
}

const replaced = (
  outline: readonly Pair[],
  count: number,
  front: readonly Pair[],
  isOther: boolean,
): readonly Pair[] => (isOther ? [...front, ...outline.slice(count)] : outline)

/** The open line of an arm from armpit to armpit, without the cap of the shoulder. */
const hanging = (arm: readonly Pair[]): readonly Pair[] => arm.filter(([, y]) => y < 790)

/** Vertebrae as blocks along the line of the spine, each turned with it. */
function vertebrae(
  line: readonly Point[],
  from: number,
  to: number,
  count: number,
  deep: readonly [number, number],
) {
  const lengths = line
    .slice(1)
    .map((p, i) => Math.hypot(p.x - (line[i]?.x ?? 0), p.y - (line[i]?.y ?? 0)))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const at = (share: number): { x: number; y: number; dx: number; dy: number } => {
    let rest = share * total
    for (let i = 0; i < lengths.length; i += 1) {
      const [a, b, length] = [line[i], line[i + 1], lengths[i] ?? 1]
      if (a && b && (rest <= length || i === lengths.length - 1)) {
        const t = rest / length
        return {
          x: a.x + t * (b.x - a.x),
          y: a.y + t * (b.y - a.y),
          dx: (b.x - a.x) / length,
          dy: (b.y - a.y) / length,
        }
      }
      rest -= length
    }
    return { x: 0, y: 0, dx: 0, dy: 1 }
  }
  return Array.from({ length: count }, (_, i): readonly Pair[] => {
    const pitch = (to - from) / count
    const here = at(from + pitch * (i + 0.5))
    const [below, above] = [at(from + pitch * (i + 0.2)), at(from + pitch * (i + 0.8))]
    const size = Math.hypot(above.x - below.x, above.y - below.y) || 1
    const [ux, uy] = [(above.x - below.x) / size, (above.y - below.y) / size]
    const half = (pitch * total * 0.78) / 2
    const depth = (deep[0] + ((deep[1] - deep[0]) * i) / Math.max(1, count - 1)) / 2
    // Along is towards the head, forward to the right of it.
    const place = (forward: number, along: number): Pair => [
      here.x + uy * forward + ux * along,
      here.y - ux * forward + uy * along,
    ]
    return [
      place(depth, half),
      place(depth * 0.9, 0),
      place(depth, -half),
      place(0, -half * 0.94),
      place(-depth, -half),
      place(-depth * 1.3, -half * 0.2),
      place(-depth * 2.3, -half * 1.1),
      place(-depth * 2.45, -half * 0.35),
      place(-depth * 1.5, half * 0.5),
      place(-depth, half),
      place(0, half * 0.94),
    ]
  })
}

/** The body from its right side. */
export function drawSide(state: FigureState, posed: Points, feet: FigureFeet): Drawing {
  const rig = rigOf(posed, 'side')
  const sinksOf = (side: Side): number =>
    HEIGHT_OF_ANKLE - distanceToSole(posed[`${side}.ankle`], posed[`${side}.heel`])
  const trunk = rig.trunk
  const near: Side = 'right'
  const far: Side = 'left'
  const other: Side = feet.focus === 'left' ? 'right' : 'left'
  const { [feet.focus]: nearFoot, [other]: farFoot } = feet.change.legs
  const shapeNear = shaped(state, nearFoot.archDrop, sinksOf(near))
  const shapeFar = shaped(state, farFoot.archDrop, sinksOf(far))
  const leg: Warp = (p) => rig.leg[near](shapeNear(p))
  const farLeg: Warp = (p) => rig.leg[far](shapeFar(p))
  const frame = frameOf('side', state)
  const sheet = new Sheet()
  const has = (layer: FigureState['layers'][number]): boolean => state.layers.includes(layer)
  const foot = state.frame === 'foot'
  const withHead = state.frame === 'body'
  const pregnant = state.body === 'pregnant'
  const straight: Warp = ([x, y]) => ({ x, y })

  const under = foot ? [leg([20, 0]).x] : [leg([20, 0]).x, farLeg([20, 0]).x]
  const [left, right] = [Math.min(...under) - 92, Math.max(...under) + 110]
  const reach = (right - left) / 2
  sheet.shapes.push({
    key: 'ground',
    tone: 'ground-shadow',
    d: `M${left.toFixed(1)} 3a${reach.toFixed(1)} 11 0 1 0 ${(2 * reach).toFixed(1)} 0a${reach.toFixed(1)} 11 0 1 0 ${(-2 * reach).toFixed(1)} 0Z`,
  })
  for (const [key, warp, lift] of [
    ['far', farLeg, farFoot.lift],
    ['near', leg, nearFoot.lift],
  ] as const) {
    if (lift === 0 || (key === 'far' && foot)) continue
    const { x } = warp([0, 0])
    sheet.straight(
      `lift-${key}`,
      'insert',
      ([across, up]) => ({ x: x + across, y: up * thickness(lift) }),
      LIFT,
    )
  }
  if (withHead) sheet.body('far-arm', [['arm', rig.arm[far], [outlines.ARM]]], true)
  if (!foot) {
    sheet.body('far-leg', [['leg', farLeg, [outlines.LEG]]], true)
    sheet.closed('far-shorts', 'cloth', farLeg, [cutAt(outlines.LEG, 406, 'above')])
  }
  const torso = replaced(
    outlines.TRUNK,
    outlines.TRUNK_FRONT_COUNT + 1,
    outlines.PREGNANT_FRONT,
    pregnant,
  )
  sheet.body('body', [
    ['leg', leg, [outlines.LEG]],
    ...(foot ? [] : [['trunk', trunk, [torso]] as const]),
    ...(withHead ? [['head', trunk, [outlines.HEAD]] as const] : []),
  ])
  sheet.closed('leg-shade', 'shade', leg, outlines.LEG_SHADE)
  if (!foot) {
    sheet.closed('trunk-shade', 'shade', trunk, [outlines.TRUNK_SHADE])
    if (withHead || state.frame === 'low-back') {
      sheet.closed('top', 'cloth', trunk, [
        replaced(outlines.TOP, outlines.TOP_FRONT_COUNT, outlines.PREGNANT_TOP_FRONT, pregnant),
      ])
    }
    sheet.closed('shorts-leg', 'cloth', leg, [cutAt(outlines.LEG, 406, 'above')])
    sheet.closed('shorts', 'cloth', trunk, [
      pregnant ? cutAt(torso, 577, 'below', -0.38) : cutAt(torso, 604, 'below'),
    ])
  }
  sheet.open('leg-lines', 'fold', leg, [...outlines.LEG_LINES, ...outlines.TOE_LINES_SIDE])
  if (feet.insert > 0) sheet.straight('insert', 'insert', leg, INSERT)
  if (withHead) {
    sheet.closed('hair', 'hair', trunk, [outlines.HAIR])
    sheet.body('ear', [['ear', trunk, [outlines.EAR]]])
    sheet.open('face', 'line', trunk, outlines.FACE_LINES)
    // The shoulder has no line above, where arm and trunk are one.
    sheet.closed('near-arm', 'skin', rig.arm[near], [outlines.ARM])
    sheet.open('near-arm-line', 'edge', rig.arm[near], [hanging(outlines.ARM)])
    sheet.closed('near-arm-shade', 'shade', rig.arm[near], [outlines.ARM_SHADE])
    sheet.open('fingers', 'fold', rig.arm[near], outlines.FINGER_LINES)
  }

  const nerveWarp: Warp = (p) => {
    const share = ramp(590, 500, p[1])
    const [a, b] = [trunk(p), leg(p)]
    return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }
  }
  if (has('bones') && !foot) {
    if (state.frame !== 'legs') sheet.open('ribs', 'rib', trunk, anatomy.RIBS)
    sheet.closed('pelvis', 'bone', trunk, [anatomy.PELVIS, [...anatomy.PELVIS_HOLE].reverse()])
  }
  if ((has('bones') || has('spine')) && !foot) {
    sheet.closed('sacrum', 'bone', trunk, [anatomy.SACRUM])
  }
  if (has('spine') && !foot) {
    const spine = anatomy.SPINE_LINE.map(trunk)
    for (const [part, from, to, count, deep] of [
      ['neck', 0.81, 1, 7, [13, 12]],
      ['mid-back', 0.315, 0.81, 12, [20, 14]],
      ['low-back', 0, 0.315, 5, [25, 22]],
    ] as const) {
      sheet.closed(part, 'bone', straight, vertebrae(spine, from, to, count, deep), state.lit[part])
    }
  }
  if (has('bones')) {
    sheet.closed('fibula', 'bone', leg, [anatomy.FIBULA])
    sheet.closed('bones', 'bone', leg, [anatomy.TIBIA])
    if (!foot) sheet.closed('thigh-bones', 'bone', leg, [anatomy.FEMUR, anatomy.PATELLA])
    sheet.closed('outer-foot-bones', 'bone', leg, anatomy.OUTER_FOOT_BONES)
    sheet.closed('foot-bones', 'bone', leg, anatomy.FOOT_BONES)
  }
  const muscle = (
    layer: 'gluteals' | 'hamstring' | 'calf',
    warp: Warp,
    outline: readonly Pair[],
    light: FigureLight | undefined,
  ): void => {
    if (!has(layer)) return
    sheet.closed(layer, 'muscle', warp, [outline], light)
    sheet.open(`${layer}-fibres`, 'fibre', warp, anatomy.FIBRES[layer])
  }
  if (!foot) {
    muscle('gluteals', nerveWarp, anatomy.GLUTEAL, state.lit.buttock)
    muscle('hamstring', leg, anatomy.HAMSTRING, state.lit.hamstring)
  }
  if (has('calf')) sheet.closed('achilles', 'tendon', leg, [anatomy.ACHILLES])
  muscle('calf', leg, anatomy.CALF_MUSCLE, state.lit.calf)
  if (has('fascia')) sheet.closed('fascia', 'fascia', leg, [anatomy.FASCIA], state.lit.arch)
  if (has('nerve')) {
    const lines = [anatomy.NERVE, ...anatomy.NERVE_BRANCHES]
    sheet.open('nerve-sheath', 'nerve-sheath', nerveWarp, lines)
    sheet.open('nerve', 'nerve', nerveWarp, lines)
  }

  const anchors = Object.fromEntries(
    Object.entries(has('bones') ? { ...PLACES, ...PLACES_ON_BONES } : PLACES).map(
      ([part, [x, y, chain]]) => [
        part,
        has('nerve') && ON_NERVE.has(part)
          ? nerveWarp(onLine(anatomy.NERVE, y))
          : chain === 'leg'
            ? leg([x, y])
            : trunk([x, y]),
      ],
    ),
  ) as Record<FigurePart, Point>
  const route = [...ROUTE_LEG.map(leg), ...ROUTE_TRUNK.map(trunk)]
  const nerve = has('nerve') ? anatomy.NERVE.map(nerveWarp).reverse() : route
  for (const link of feet.links ?? (state.joined ? linksOf(state.lit) : [])) {
    const { from, to, light } = link
    sheet.shapes.push({
      key: `link-${from}-${to}`,
      tone: 'link',
      light,
      // The route runs behind the leg, and links that are meant go straight from part to part.
      d: smoothPath(
        feet.links
          ? [anchors[from], anchors[to]]
          : stretchOf(followsNerve(link) ? nerve : route, anchors[from], anchors[to]),
        false,
      ),
    })
  }
  for (const [part, light] of markedParts(state)) {
    sheet.mark(part, anchors[part], (withHead ? 10 : 15) * frame.unit, light)
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
