import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isUpToDate, makeAnew, type Product } from '../../scripts/staleness'

let product: Product
beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'staleness-'))
  product = {
    root,
    sources: ['src', 'config.ts', 'not-there'],
    outputs: ['out/main.js'],
    stampFile: 'out/.made-from',
  }
  write('src/a/one.ts', 'one')
  write('src/two.ts', 'two')
  write('config.ts', 'config')
})
afterEach(() => {
  rmSync(product.root, { recursive: true })
})

function write(path: string, text: string): void {
  mkdirSync(join(product.root, path, '..'), { recursive: true })
  writeFileSync(join(product.root, path), text)
}
const make = (): Promise<void> =>
  makeAnew(product, () => {
    write('out/main.js', 'made')
    return Promise.resolve()
  })

it('is stale before anything was made', () => {
  expect(isUpToDate(product)).toBe(false)
})

it('is up to date after it was made, whatever the times of the files say', async () => {
  await make()
  utimesSync(join(product.root, 'src/two.ts'), new Date(), new Date())
  expect(isUpToDate(product)).toBe(true)
})

it.each([
  ['a source changes', () => write('src/a/one.ts', 'eno')],
  ['a source is added', () => write('src/three.ts', '')],
  ['a source is deleted', () => rmSync(join(product.root, 'src/two.ts'))],
  ['a source that was not there comes', () => write('not-there', 'now')],
  ['an output is deleted', () => rmSync(join(product.root, 'out/main.js'))],
])('is stale when %s', async (_, change) => {
  await make()
  change()
  expect(isUpToDate(product)).toBe(false)
})

it('is stale when the making failed, even if there was a good one before', async () => {
  await make()
  const failing = makeAnew(product, () => Promise.reject(new Error('no luck')))
  await expect(failing).rejects.toThrow('no luck')
  expect(isUpToDate(product)).toBe(false)
})

it('is stale when a source changed while it was made', async () => {
  await makeAnew(product, () => {
    write('out/main.js', 'made')
    write('src/two.ts', 'changed meanwhile')
    return Promise.resolve()
  })
  expect(isUpToDate(product)).toBe(false)
})
