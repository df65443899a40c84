import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
} from '@electron/fuses'
import { PlainError } from '../plain-error'

/**
 * What the packed program's Electron can still do: no Node by another name, no debugger, no code outside the
 * archive. Electron's security guide, "Check which fuses you can change". Cookies are not encrypted since there
 * are none, and some systems would ask for a key ring.
 */
const FUSES: Record<FuseV1Options, boolean> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/**
 * Sets every fuse of the program, and reads them back.
 * @param isForTests an older Electron may lack the newest fuses; a released one may not
 */
export async function setFuses(executable: string, isForTests: boolean): Promise<void> {
  const common = {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
  } as const
  const before = await getCurrentFuseWire(executable)
  const known: Partial<Record<FuseV1Options, boolean>> = Object.fromEntries(
    Object.entries(FUSES).filter(([fuse]) => !isForTests || fuse in before),
  )
  await flipFuses(
    executable,
    isForTests ? { ...common, ...known } : { ...common, ...FUSES, strictlyRequireAllFuses: true },
  )
  const after = new Map(Object.entries(await getCurrentFuseWire(executable)))
  const wrong = Object.entries(known).filter(
    ([fuse, isOn]) => after.get(fuse) !== (isOn ? FuseState.ENABLE : FuseState.DISABLE),
  )
  if (wrong.length > 0) {
    const names = wrong.map(([fuse]) => FuseV1Options[Number(fuse)]).join(', ')
    throw new PlainError(`The fuses of the packed program did not keep what was set: ${names}.`)
  }
}
