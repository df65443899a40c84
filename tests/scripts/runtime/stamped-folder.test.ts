import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAMP, stamp, whyBroken } from '../../../scripts/runtime/stamped-folder'

let dist: string
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'dist-'))
  mkdirSync(join(dist, 'resources'))
  writeFileSync(join(dist, 'electron'), 'a program', { mode: 0o755 })
  writeFileSync(join(dist, 'resources', 'default_app.asar'), 'an archive')
})
afterEach(() => {
  rmSync(dist, { recursive: true })
})

it('is whole as it was stamped', () => {
  stamp(dist, 'hash 1')
  expect(whyBroken(dist, 'hash 1')).toBeNull()
})

it('is broken without a stamp, since that is written last', () => {
  expect(whyBroken(dist, 'hash 1')).toBe('it was never finished')
})

it('is broken when it was made from something else', () => {
  stamp(dist, 'hash 1')
  expect(whyBroken(dist, 'hash 2')).toBe('it was made by another version of this program')
})

it.each([
  [
    'a truncated file',
    'electron has 4 bytes instead of 9',
    () => truncateSync(join(dist, 'electron'), 4),
  ],
  [
    'a missing file',
    'resources/default_app.asar is missing',
    () => rmSync(join(dist, 'resources', 'default_app.asar')),
  ],
  [
    'a program that lost its permissions',
    'electron has other permissions',
    () => chmodSync(join(dist, 'electron'), 0o644),
  ],
  ['half a stamp', 'stamp.json is damaged', () => truncateSync(join(dist, STAMP), 20)],
  ['an empty stamp', 'stamp.json is damaged', () => truncateSync(join(dist, STAMP), 0)],
])('notices %s', (_, why, damage) => {
  stamp(dist, 'hash 1')
  damage()
  expect(whyBroken(dist, 'hash 1')).toBe(why)
})
