import type { Pair } from './warp'

/*
 * What exercises need besides the body as it stands: shoes, and muscles that are lit. Seen from the
 * right side, facing right; x forward, y up, thousandths of stature, neutral pose.
 */

/** Closed. A low walking shoe. */
export const SHOE: readonly Pair[] = [
  [21, 62],
  [30, 53],
  [44, 43],
  [62, 33],
  [80, 26],
  [98, 23],
  [112, 19],
  [118, 12],
  [118, 6],
  [114, -1],
  [90, -2],
  [60, -2],
  [20, -2],
  [-20, -2],
  [-38, -1],
  [-44, 8],
  [-44, 22],
  [-39, 38],
  [-34, 54],
  [-29, 66],
  [-10, 60],
  [8, 60],
]

/** Closed. The sole of the shoe. */
export const SHOE_SOLE: readonly Pair[] = [
  [118, 8],
  [118, 4],
  [113, -2],
  [80, -2.5],
  [40, -2.5],
  [0, -2.5],
  [-36, -2],
  [-43, 2],
  [-43, 9],
  [-20, 7],
  [20, 8],
  [60, 6],
  [95, 6],
]

/** Open. Laces. */
export const SHOE_LINES: readonly (readonly Pair[])[] = [
  [
    [36, 48],
    [44, 40],
  ],
  [
    [46, 42],
    [54, 34],
  ],
  [
    [-22, 8],
    [-24, 30],
    [-30, 48],
  ],
]

/** Closed. A sock over foot and ankle. */
export const SOCK_TOP = 96

/** Closed. The big muscle on the front of the thigh. */
export const QUADRICEPS: readonly Pair[] = [
  [34, 520],
  [48, 500],
  [55, 465],
  [55, 425],
  [52, 385],
  [47, 350],
  [38, 320],
  [28, 316],
  [20, 335],
  [14, 370],
  [12, 410],
  [14, 455],
  [20, 495],
]

/** Closed. The muscle beside the shin. */
export const SHIN_MUSCLE: readonly Pair[] = [
  [20, 262],
  [29, 250],
  [28, 220],
  [24, 185],
  [20, 150],
  [16, 118],
  [10, 122],
  [9, 160],
  [10, 200],
  [13, 240],
]

/** Closed. The flat muscles of the belly. */
export const ABDOMINALS: readonly Pair[] = [
  [44, 700],
  [46, 670],
  [50, 640],
  [53, 612],
  [53, 585],
  [50, 560],
  [40, 552],
  [30, 566],
  [26, 600],
  [25, 640],
  [27, 680],
  [34, 702],
]

/** Closed. The long muscles beside the low spine. */
export const LOW_BACK_MUSCLE: readonly Pair[] = [
  [-46, 604],
  [-43, 630],
  [-44, 655],
  [-50, 684],
  [-56, 712],
  [-46, 722],
  [-34, 700],
  [-24, 668],
  [-20, 636],
  [-26, 606],
  [-38, 592],
]

/*
 * The sole of a left foot as one looks at it, toes to the right and great toe up: x along the foot
 * from the ankle as in side view, y towards the great toe.
 */

/** Closed. */
export const SOLE: readonly Pair[] = [
  [-39, 0],
  [-36, 13],
  [-25, 20],
  [-8, 21],
  [12, 17],
  [32, 17],
  [50, 23],
  [66, 31],
  [80, 32],
  [92, 29],
  [104, 30.5],
  [114, 26],
  [115, 17],
  [109, 11.5],
  [103, 11],
  [111, 8],
  [111, 0.5],
  [104, -1],
  [107, -5],
  [105, -11],
  [98, -11.5],
  [100, -16],
  [97, -21],
  [90, -20.5],
  [91, -25],
  [86, -29.5],
  [78, -30],
  [66, -34],
  [45, -32],
  [18, -25],
  [-8, -22],
  [-27, -18],
  [-36, -12],
]

/** Open. The creases behind the toes, the pads of heel and ball. */
export const SOLE_LINES: readonly (readonly Pair[])[] = [
  [
    [92, 27],
    [93, 16],
    [92, 4],
    [86, -8],
    [79, -18],
    [74, -26],
  ],
  [
    [56, 20],
    [50, 8],
    [50, -8],
    [54, -22],
  ],
  [
    [-14, 14],
    [-8, 0],
    [-14, -15],
  ],
]

/** Closed. The band of the sole, from the heel to the ball. */
export const SOLE_BAND: readonly Pair[] = [
  [-22, 4],
  [0, 6],
  [30, 10],
  [58, 18],
  [72, 20],
  [76, 6],
  [70, -12],
  [56, -16],
  [30, -8],
  [0, -4],
  [-22, -5],
]

/** Closed. One of the smaller toes seen from the inner side of the foot, on the floor. */
export const SMALL_TOE: readonly Pair[] = [
  [70, 13],
  [80, 15],
  [90, 13],
  [98, 12.5],
  [105, 10],
  [107, 5],
  [104, 0.5],
  [97, 0],
  [90, 2],
  [80, 1],
  [70, 0],
]

/** Where each of the smaller toes lies against the drawn one: back and, farther away, up. */
export const SMALL_TOES: readonly Pair[] = [
  [-27, 14],
  [-17, 11],
  [-8, 7.5],
  [-1, 4],
]

/** Open. The nail of the great toe from the inner side. */
export const GREAT_TOE_NAIL: readonly Pair[] = [
  [102, 15],
  [106, 12.5],
  [112, 9.5],
]
