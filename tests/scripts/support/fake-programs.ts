import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A folder for the head of PATH whose programs are shell scripts, and a temp folder for what they do. */
export interface FakePrograms {
  folder: string
  /** The environment of a child that finds these programs first; no Electron, npm or CI settings of ours. */
  env: (more?: Record<string, string>) => NodeJS.ProcessEnv
  remove: () => void
}

export function fakePrograms(scripts: Record<string, string>): FakePrograms {
  const folder = mkdtempSync(join(tmpdir(), 'fake-programs-'))
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  }
  // Other users' children look in here too.
  chmodSync(folder, 0o777)
  return {
    folder,
    env: (more = {}) => {
      const env: NodeJS.ProcessEnv = {
        ...process.env,
        PATH: [bin, process.env['PATH']].join(delimiter),
        HOME: folder,
        XDG_CACHE_HOME: join(folder, 'cache'),
        FAKES: folder,
      }
      delete env['npm_execpath']
      delete env['ELECTRON_OVERRIDE_DIST_PATH']
      return { ...env, ...more }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A folder that looks like an Electron of this version to whoever asks its program. */
export function fakeElectron(folder: string, version: string): string {
  const dist = join(folder, `electron-${version}`)
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'electron'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 })
  writeFileSync(join(dist, 'version'), version)
  return dist
}
