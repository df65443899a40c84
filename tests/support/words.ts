import { readPack } from '../../electron/content-files'
import { compile } from '../../core/content/compile'
import type { Bundle } from '../../core/schema/pack'

/** The content that ships, compiled, so that journeys can look for the words a visitor reads. */
export async function shippedBundle(): Promise<Bundle> {
  const pack = await readPack('content')
  if (!pack) throw new Error('content/ is missing')
  const { bundle } = compile(pack.files, pack.pictures, '2026-01-01')
  if (!bundle) throw new Error('content/ is not sound')
  return bundle
}
