import { buildIfStale } from './app-build'
import { findRuntime, type Runtime } from './electron-runtime'
import { ensureSystemPackages, type SystemNeeds } from './system-packages'

/**
 * Everything that must be there before the real app can run: an Electron, its system libraries, a fresh build.
 * ELECTRON_OVERRIDE_DIST_PATH is set to the runtime for this process and what it starts.
 */
export async function prepareKiosk(needs: SystemNeeds): Promise<Runtime> {
  const runtime = await findRuntime()
  await ensureSystemPackages(runtime, needs)
  await buildIfStale()
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.dist
  return runtime
}
