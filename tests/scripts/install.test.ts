import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { whyStale } from '../../scripts/install.mjs'

const LOCK = {
  packages: {
    '': { name: 'kiosk' },
    'node_modules/vue': { version: '3.5.0', integrity: 'sha512-vue' },
    'node_modules/@types/node': { version: '20.0.0', integrity: 'sha512-types' },
    'node_modules/only-on-windows': { version: '1.0.0', integrity: 'sha512-w', optional: true },
  },
}

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'))
  write('package-lock.json', LOCK)
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(path: string, content: object): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), JSON.stringify(content))
}

/** As npm leaves it: the packages, and last of all its own note of what it installed. */
function install(note = structuredClone(LOCK.packages) as Record<string, object>): void {
  write('node_modules/vue/package.json', {})
  write('node_modules/@types/node/package.json', {})
  delete note['']
  delete note['node_modules/only-on-windows']
  write('node_modules/.package-lock.json', { packages: note })
}

it('leaves a finished install alone, also without the optional packages of other systems', () => {
  install()
  expect(whyStale(root)).toBeNull()
})

it('notices that nothing is installed', () => {
  expect(whyStale(root)).toBe('nothing is installed yet')
})

it('notices an install that was stopped in the middle', () => {
  install()
  rmSync(join(root, 'node_modules/.package-lock.json'))
  expect(whyStale(root)).toBe('the last install did not finish')
})

it('notices that the lock file asks for another version', () => {
  install()
  const packages = { ...LOCK.packages, 'node_modules/vue': { version: '3.6.0', integrity: 'x' } }
  write('package-lock.json', { packages })
  expect(whyStale(root)).toBe('package-lock.json asks for another vue')
})

it('notices that the lock file asks for the same version with another content', () => {
  install()
  const packages = { ...LOCK.packages, 'node_modules/vue': { version: '3.5.0', integrity: 'x' } }
  write('package-lock.json', { packages })
  expect(whyStale(root)).toBe('package-lock.json asks for another vue')
})

it('notices a package that the lock file has gained', () => {
  install()
  write('package-lock.json', {
    packages: { ...LOCK.packages, 'node_modules/@scope/new': { version: '1.0.0' } },
  })
  expect(whyStale(root)).toBe('package-lock.json asks for another @scope/new')
})

it('notices a package whose folder was deleted', () => {
  install()
  rmSync(join(root, 'node_modules/vue'), { recursive: true })
  expect(whyStale(root)).toBe('node_modules/vue is missing')
})
