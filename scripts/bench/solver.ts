import { loadPack } from '../../electron/load-pack'
import { cycleSeconds, frameAt, performanceFor } from '../../core/figure/pose-timeline'

const FRAMES_PER_SECOND = 60

/** Mean time in ms that one frame of an exercise takes to solve: pose, contacts, and all points. */
export async function solverMilliseconds(): Promise<number> {
  const pack = await loadPack('content')
  if (!pack.ok) throw new Error('content/ is not sound')
  let frames = 0
  let spent = 0
  for (const { poses } of Object.values(pack.bundle.exercises)) {
    if (!poses) continue
    const performance = performanceFor(poses, 'standard')
    const count = Math.ceil(cycleSeconds(performance) * FRAMES_PER_SECOND)
    const began = globalThis.performance.now()
    for (let frame = 0; frame < count; frame++) frameAt(performance, frame / FRAMES_PER_SECOND)
    spent += globalThis.performance.now() - began
    frames += count
  }
  if (frames === 0) throw new Error('no exercise has poses')
  return spent / frames
}
