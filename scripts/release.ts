import { findRuntime, isReleasable } from './electron-runtime'
import { PlainError } from './plain-error'
import { electronVersion } from './project'

/** Packs for clinics, only with the Electron that package.json names: `npm run release`. */
const NOT_FOR_CLINICS = 4

const runtime = await findRuntime()
if (!isReleasable(runtime)) {
  throw new PlainError(
    `Not released: this machine has Electron ${runtime.version}, which is out of support and for tests only. ` +
      `A release needs Electron ${electronVersion()}. Run this where its download can be reached, or set ELECTRON_MIRROR.`,
    NOT_FOR_CLINICS,
  )
}
// Not before: the packer takes seconds to load.
const { packApp, tellMade } = await import('./packing/pack-app')
tellMade(await packApp(runtime))
