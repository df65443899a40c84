import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { setFuses } from '../../scripts/packing/fuses'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-fuses-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** What the tool looks for in a program: a mark, the version, and one digit for each fuse. */
function programWithFuses(wire: string): string {
  const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const file = join(folder, 'program')
  const head = Buffer.from([1, wire.length])
  writeFileSync(file, Buffer.concat([Buffer.from(`code${MARK}`), head, Buffer.from(`${wire}code`)]))
  return file
}

describe('a packed kiosk', () => {
  it('has no way left into Node, a debugger, or code outside its archive', async () => {
    // As Electron comes: what runs as Node, takes options and is inspected is on.
    const program = programWithFuses('101100101')
    await setFuses(program, false)
    const wire = await getCurrentFuseWire(program)
    const on = Object.values(FuseV1Options).filter(
      (fuse): fuse is FuseV1Options => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE,
    )
    expect(on.map((fuse) => FuseV1Options[fuse]).sort()).toEqual([
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers',
    ])
  })

  it('is not made with a runtime that lacks a fuse, unless it is for tests', async () => {
    const program = programWithFuses('10110010')
    await expect(setFuses(program, false)).rejects.toThrow()
    await expect(setFuses(program, true)).resolves.toBeUndefined()
  })

  it('holds what is built and what is read, in one archive, and no modules', () => {
    const settings = parse(readFileSync('electron-builder.yml', 'utf8')) as {
      asar: boolean
      files: string[]
    }
    expect(settings.asar).toBe(true)
    expect(settings.files.sort()).toEqual([
      'content/**',
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      'package.json',
    ])
  })

  it('stands on one exact Electron that is still cared for', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: { electron: string }
    }
    const [, major] = /^(\d+)\.\d+\.\d+$/.exec(devDependencies.electron) ?? []
    // The last three majors get security fixes; in November 2026 that is 43 to 45.
    expect(Number(major)).toBeGreaterThanOrEqual(43)
  })

  it('never hands an address to another program', () => {
    const sources = readdirSync('electron', { recursive: true })
      .map((name) => join('electron', String(name)))
      .filter((path) => path.endsWith('.ts'))
    expect(sources.length).toBeGreaterThan(10)
    const users = sources.filter((file) =>
      /\bshell\b|openExternal|child_process/.test(
        readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      ),
    )
    expect(users).toEqual([])
  })
})
