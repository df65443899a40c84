import { findRuntime, isReleasable } from './electron-runtime'
import { packApp, tellMade } from './packing/pack-app'
import { say } from './say'

/** Packs the app and makes every installer that this machine can make: `npm run pack`. */
const runtime = await findRuntime()
if (!isReleasable(runtime)) {
  say(
    `Packing with Electron ${runtime.version} for tests: not for a clinic. npm run release refuses it.`,
  )
}
tellMade(await packApp(runtime))
