import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { performanceFor } from '../../core/figure/pose-timeline'
import type { Performance, PoseWay } from '../../core/figure/pose-script'
import { Exercise } from '../../core/schema/exercise'

const FOLDER = join(import.meta.dirname, '../../content/exercises')

/** The exercises that the product brings, as they stand in their files. */
export const shippedExercises: readonly Exercise[] = readdirSync(FOLDER).map((name) =>
  Exercise.parse(parse(readFileSync(join(FOLDER, name), 'utf8'))),
)

/** Every way of every exercise that there is, with its name. */
export const shippedPerformances: readonly (readonly [string, Performance])[] =
  shippedExercises.flatMap(({ id, poses, harder }) =>
    (['standard', 'easier', 'harder'] as const satisfies readonly PoseWay[])
      .filter((way) => way !== 'harder' || harder !== undefined)
      .flatMap((way) => (poses ? [[`${id}, ${way}`, performanceFor(poses, way)] as const] : [])),
  )
