import type { Pair } from './warp'

/*
 * What lies under the skin as seen from behind and from in front: x from the middle outward, y up,
 * thousandths of stature, neutral pose.
 */

export const FEMUR: readonly Pair[] = [
  [35, 538],
  [41, 547],
  [51, 548],
  [59, 541],
  [67, 534],
  [74, 538],
  [81, 543],
  [88, 537],
  [90.5, 523],
  [87, 500],
  [82, 465],
  [76, 425],
  [70, 380],
  [66.5, 340],
  [69, 316],
  [74, 300],
  [73, 286],
  [67, 277],
  [58, 278],
  [51, 285],
  [43, 279],
  [33, 275],
  [25, 280],
  [23, 294],
  [28, 308],
  [42, 328],
  [51, 350],
  [56, 390],
  [62, 430],
  [67, 465],
  [68, 494],
  [62, 508],
  [53, 517],
  [43, 521],
  [36, 528],
]

export const TIBIA: readonly Pair[] = [
  [23, 262],
  [25, 269],
  [36, 271],
  [46, 269],
  [48.5, 274],
  [51, 269],
  [62, 270],
  [73, 268],
  [74, 260],
  [66, 246],
  [60, 225],
  [57, 190],
  [55, 140],
  [55, 90],
  [58, 64],
  [60, 48],
  [50, 45],
  [41, 46],
  [35, 36],
  [30, 40],
  [31, 56],
  [38, 82],
  [41, 130],
  [40, 190],
  [35, 228],
  [27, 247],
]

export const FIBULA: readonly Pair[] = [
  [68, 258],
  [72, 265],
  [77.5, 260],
  [77, 248],
  [73, 235],
  [71, 190],
  [67.5, 130],
  [65, 80],
  [68, 55],
  [68, 36],
  [64, 27],
  [61.5, 36],
  [62, 55],
  [61, 80],
  [63.5, 130],
  [67, 190],
  [69, 235],
]

export const PATELLA: readonly Pair[] = [
  [48, 304],
  [58, 300],
  [60, 290],
  [54, 280],
  [48, 275],
  [42, 280],
  [36, 290],
  [38, 300],
]

/** Heel bone with the talus above, from behind. */
export const HEEL_BONE: readonly Pair[] = [
  [37, 44],
  [36, 34],
  [33, 24],
  [33, 10],
  [38, 4],
  [48, 2.5],
  [57, 4],
  [62, 10],
  [62, 24],
  [59.5, 34],
  [59, 44],
  [48, 47],
]

/** The bones of the front of the foot from in front: talus and middle foot, five rays. */
export const FOOT_BONES_FRONT: readonly (readonly Pair[])[] = [
  [
    [37, 45],
    [34, 32],
    [34, 20],
    [44, 16],
    [58, 18],
    [68, 24],
    [64, 34],
    [59, 45],
  ],
  ...rays([
    [36, 18, 34, -10, 35, -24],
    [45, 16, 49, -10, 51, -23],
    [53, 16, 60, -9, 61, -20],
    [60, 18, 68, -7, 70, -17],
    [66, 21, 76, -3, 79, -12],
  ]),
]

function rays(lines: readonly (readonly [number, number, number, number, number, number])[]) {
  return lines.flatMap(([x0, y0, x1, y1, x2, y2], index) => {
    const wide = index === 0 ? 4.2 : 2.7
    return [
      [
        [x0 - wide, y0],
        [x0 + wide, y0],
        [x1 + wide * 0.75, (y0 + y1) / 2 - 6],
        [x1 + wide, y1 + 1],
        [x1, y1 - 1],
        [x1 - wide, y1 + 1],
        [(x0 + x1) / 2 - wide * 0.7, (y0 + y1) / 2],
      ],
      [
        [x1 - wide * 0.9, y1 - 3],
        [x1 + wide * 0.9, y1 - 3],
        [x2 + wide * 0.7, y2],
        [x2 - wide * 0.7, y2],
      ],
    ] satisfies Pair[][]
  })
}

/** One half of the pelvis; the hole of the hip bone is its own shape. */
export const PELVIS_HALF: readonly Pair[] = [
  [9, 590],
  [14, 600],
  [26, 611],
  [44, 618],
  [62, 616],
  [77, 607],
  [85, 594],
  [85, 580],
  [79, 570],
  [72, 559],
  [69, 546],
  [66, 532],
  [60, 520],
  [58, 505],
  [53, 490],
  [46, 480],
  [38, 478],
  [31, 486],
  [22, 500],
  [10, 506],
  [2.5, 508],
  [2.5, 522],
  [10, 527],
  [22, 529],
  [32, 534],
  [37, 545],
  [31, 557],
  [21, 568],
  [12, 577],
]

export const PELVIS_HOLE: readonly Pair[] = [
  [31, 519],
  [41, 517],
  [47, 508],
  [45, 496],
  [38, 492],
  [31, 499],
  [27, 509],
]

export const SACRUM: readonly Pair[] = [
  [-16, 593],
  [-6, 596],
  [6, 596],
  [16, 593],
  [17, 580],
  [12, 562],
  [7, 546],
  [4, 530],
  [0, 520],
  [-4, 530],
  [-7, 546],
  [-12, 562],
  [-17, 580],
]

/** Ribs of one side, open lines. */
export const RIBS: readonly (readonly Pair[])[] = Array.from({ length: 9 }, (_, i) => {
  const top = 825 - i * 14.5
  const wide = [44, 58, 68, 75, 79, 81, 80, 77, 72][i] ?? 70
  return [
    [8, top],
    [wide * 0.5, top + 5 - i * 0.3],
    [wide * 0.9, top - 7],
    [wide, top - 22],
  ] satisfies Pair[]
})

export const COLLARBONE_AND_BLADE: readonly Pair[] = [
  [30, 806],
  [62, 822],
  [100, 826],
  [104, 818],
  [84, 800],
  [74, 778],
  [54, 742],
  [45, 738],
  [38, 760],
  [31, 785],
]

interface Vertebra {
  /** Height of its middle. */
  readonly y: number
  readonly wide: number
  readonly high: number
}

function column(
  count: number,
  from: number,
  to: number,
  wide: readonly [number, number],
): readonly Vertebra[] {
  const pitch = (to - from) / count
  return Array.from({ length: count }, (_, i) => ({
    y: from + pitch * (i + 0.5),
    wide: wide[0] + ((wide[1] - wide[0]) * i) / Math.max(1, count - 1),
    high: pitch * 0.76,
  }))
}

export const LUMBAR = column(5, 596, 690, [29, 25])
export const THORACIC = column(12, 690, 846, [23, 16])
export const CERVICAL = column(7, 846, 903, [15, 14])

/** One vertebra: a waisted block with a short process on each side. */
export function vertebra({ y, wide, high }: Vertebra): readonly Pair[] {
  const [w, h] = [wide / 2, high / 2]
  return [
    [-w * 0.92, y + h],
    [0, y + h * 0.92],
    [w * 0.92, y + h],
    [w * 0.82, y + h * 0.35],
    [w * 1.35, y + h * 0.3],
    [w * 1.35, y - h * 0.1],
    [w * 0.82, y - h * 0.3],
    [w * 0.92, y - h],
    [0, y - h * 0.92],
    [-w * 0.92, y - h],
    [-w * 0.82, y - h * 0.3],
    [-w * 1.35, y - h * 0.1],
    [-w * 1.35, y + h * 0.3],
    [-w * 0.82, y + h * 0.35],
  ]
}

export const GLUTEAL: readonly Pair[] = [
  [8, 588],
  [24, 600],
  [48, 600],
  [70, 586],
  [84, 560],
  [91, 528],
  [88, 500],
  [80, 486],
  [62, 476],
  [40, 473],
  [20, 480],
  [9, 500],
  [6, 540],
]

export const HAMSTRINGS: readonly (readonly Pair[])[] = [
  [
    [44, 486],
    [54, 474],
    [68, 440],
    [77, 400],
    [79, 360],
    [77, 325],
    [76, 295],
    [74, 270],
    [70, 285],
    [66, 312],
    [60, 340],
    [54, 380],
    [50, 420],
    [46, 455],
  ],
  [
    [41, 486],
    [32, 465],
    [20, 430],
    [17, 390],
    [20, 350],
    [23, 315],
    [24, 290],
    [27, 268],
    [30, 288],
    [36, 312],
    [44, 345],
    [49, 385],
    [47, 420],
    [44, 455],
  ],
]

export const CALF_MUSCLES: readonly (readonly Pair[])[] = [
  [
    [32, 300],
    [26, 282],
    [20, 250],
    [17, 220],
    [18, 198],
    [25, 180],
    [36, 172],
    [44, 182],
    [47, 205],
    [47, 240],
    [45, 270],
    [38, 292],
  ],
  [
    [64, 300],
    [70, 282],
    [76, 258],
    [79, 228],
    [76, 205],
    [69, 190],
    [60, 182],
    [52, 188],
    [49, 208],
    [49, 240],
    [51, 270],
    [58, 292],
  ],
]

export const ACHILLES: readonly Pair[] = [
  [32, 176],
  [48, 186],
  [66, 182],
  [62, 150],
  [56, 110],
  [53, 70],
  [54, 40],
  [56, 24],
  [41, 24],
  [43, 40],
  [44, 70],
  [41, 110],
  [36, 150],
]

/** Open. The sciatic nerve and its tibial branch down to the heel, from behind. */
export const NERVE: readonly Pair[] = [
  [8, 612],
  [18, 588],
  [26, 566],
  [37, 546],
  [47, 525],
  [53, 498],
  [54, 460],
  [53, 420],
  [52, 370],
  [50, 325],
  [48, 290],
  [48, 250],
  [48, 205],
  [46, 150],
  [41, 105],
  [35, 70],
  [33, 44],
  [36, 18],
]

/** Open. Further roots and the branch to the outer side of the shin and foot. */
export const NERVE_BRANCHES: readonly (readonly Pair[])[] = [
  [
    [9, 590],
    [17, 578],
    [26, 564],
  ],
  [
    [7, 572],
    [16, 566],
    [28, 560],
  ],
  [
    [50, 322],
    [60, 300],
    [70, 278],
    [73, 255],
    [70, 215],
    [67, 150],
    [63, 90],
    [61, 50],
    [66, 18],
  ],
]

/** Closed. The sole band as far as it is seen from in front or behind. */
export const FASCIA_BEHIND: readonly Pair[] = [
  [36, 5],
  [48, 3],
  [60, 5],
  [60, 0],
  [48, -2],
  [36, 0],
]

/** Open lines along the fibres of the muscles. */
export const FIBRES = {
  gluteals: [
    [
      [16, 580],
      [44, 552],
      [72, 512],
      [80, 496],
    ],
    [
      [13, 556],
      [36, 532],
      [62, 500],
      [70, 488],
    ],
    [
      [12, 528],
      [30, 508],
      [50, 488],
    ],
    [
      [30, 590],
      [58, 566],
      [80, 528],
    ],
  ],
  hamstring: [
    [
      [50, 468],
      [66, 420],
      [70, 360],
      [71, 310],
    ],
    [
      [50, 440],
      [60, 395],
      [64, 345],
    ],
    [
      [40, 466],
      [30, 420],
      [28, 360],
      [27, 310],
    ],
    [
      [44, 440],
      [40, 400],
      [36, 350],
    ],
  ],
  calf: [
    [
      [32, 288],
      [25, 245],
      [25, 205],
      [32, 184],
    ],
    [
      [39, 280],
      [36, 240],
      [38, 195],
    ],
    [
      [64, 288],
      [71, 250],
      [70, 212],
      [64, 194],
    ],
    [
      [57, 280],
      [60, 240],
      [58, 200],
    ],
  ],
} as const satisfies Record<string, readonly (readonly Pair[])[]>
