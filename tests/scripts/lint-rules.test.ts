import { ESLint } from 'eslint'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { ROOT } from '../../scripts/project'

// The first look at a room makes the linter read all its types.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const eslint = new ESLint({ cwd: ROOT })
const WALL = '@typescript-eslint/no-restricted-imports'
const NEWER = 'kiosk/electron-newer-than-33'

/** A real file of a room, since the linter takes the types from the room's project. */
function fileIn(room: string): string {
  const names = readdirSync(join(ROOT, room))
  const name =
    names.find((file) => file.endsWith('.ts')) ?? names.find((file) => file.endsWith('.vue'))
  if (!name) throw new Error(`${room} has no file to stand for it`)
  return join(ROOT, room, name)
}

/** The rules that a snippet breaks when it stands in that file; unused names do not matter here. */
async function rulesBroken(file: string, code: string): Promise<string[]> {
  const text = file.endsWith('.vue')
    ? `<script setup lang="ts">\n${code}\n</script>\n`
    : `${code}\n`
  const [result] = await eslint.lintText(text, { filePath: file })
  const broken = result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? []
  return [...new Set(broken)].filter(
    (rule) => !/no-unused-vars|no-unsafe|eol|comment-dir/.test(rule),
  )
}
const importing = (source: string): string => `import { some } from '${source}'\nsome()`

beforeAll(async () => {
  await rulesBroken(fileIn('electron'), '')
  await rulesBroken(fileIn('renderer/stores'), '')
})

describe('a wall stands between', () => {
  it.each([
    ['core', 'electron'],
    ['core', 'vue'],
    ['core', 'node:fs'],
    ['core', '../electron/serve'],
    ['core', '../renderer/bridge'],
    ['core', '../scripts/say'],
    ['electron', '../renderer/bridge'],
    ['electron', '../scripts/say'],
    ['renderer/stores', 'electron'],
    ['renderer/stores', 'node:fs'],
    ['renderer/stores', '../../electron/serve'],
    ['renderer/stores', '../../core/contract'],
    ['renderer/stores', '../components/TouchButton.vue'],
    ['renderer/stores', '../screens/home/HomeScreen.vue'],
    ['renderer/stores', './story'],
    ['renderer/stores', '../../tests/support/words'],
    ['renderer/composables', '../bridge'],
    ['renderer/composables', '../components/TouchButton.vue'],
    ['renderer/figure', '../stores/content'],
    ['renderer/slides', '../stores/story'],
    ['renderer/slides', '../bridge'],
    ['renderer/slides', '../screens/home/HomeScreen.vue'],
    ['renderer/components', '../stores/visit'],
    ['renderer/components', '../app/router'],
    ['renderer/screens/home', '../story/StoryScreen.vue'],
    ['renderer/screens/home', '../../app/router'],
    ['renderer/screens/home', '../../bridge'],
    ['tests/scripts', 'electron'],
  ])('%s and %s', async (room, source) => {
    expect(await rulesBroken(fileIn(room), importing(source))).toEqual([WALL])
  })

  it('the bridge and all of core but the types of the contract', async () => {
    const bridge = join(ROOT, 'renderer', 'bridge.ts')
    expect(await rulesBroken(bridge, importing('../core/contract'))).toEqual([WALL])
    expect(await rulesBroken(bridge, importing('../core/visit/idle'))).toEqual([WALL])
    const types = `import type { Bridge } from '../core/contract'\nexport type Some = Bridge`
    expect(await rulesBroken(bridge, types)).toEqual([])
  })
})

describe('no wall stands between', () => {
  it.each([
    ['core', 'zod'],
    ['core', './visit/idle'],
    ['electron', 'electron'],
    ['electron', 'node:fs'],
    ['electron', '../core/contract'],
    ['renderer/stores', '../bridge'],
    ['renderer/stores', './content'],
    ['renderer/stores', '../../core/visit/idle'],
    ['renderer/composables', '../stores/visit'],
    ['renderer/slides', '../figure/LivingFigure.vue'],
    ['renderer/slides', '../composables/useWords'],
    ['renderer/screens/home', '../../stores/story'],
    ['renderer/screens/home', '../../components/TouchButton.vue'],
    ['tests/scripts', '../../scripts/say'],
  ])('%s and %s', async (room, source) => {
    expect(await rulesBroken(fileIn(room), importing(source))).toEqual([])
  })
})

describe('the shell', () => {
  it.each([
    ["import { shell } from 'electron'\nshell.beep()", WALL],
    [
      "import type { Shell } from 'electron'\nexport const open = (some: Shell) => some.openExternal('mailto:x')",
      'no-restricted-properties',
    ],
  ])('never opens anything outside: %s', async (code, rule) => {
    expect(await rulesBroken(fileIn('electron'), code)).toEqual([rule])
  })

  it.each([
    [
      'a method (35)',
      "import { session } from 'electron'\nsession.defaultSession.registerPreloadScript({ type: 'frame', filePath: '' })",
    ],
    [
      'a method of a thing of ours (35)',
      "import type { BrowserWindow } from 'electron'\nexport const back = (win: BrowserWindow) => win.webContents.navigationHistory.restore({ entries: [] })",
    ],
    ['a property (44)', "import { clipboard } from 'electron'\nvoid clipboard.selection"],
    [
      'an event (37)',
      "import type { BrowserWindow } from 'electron'\nexport const on = (win: BrowserWindow) => win.webContents.on('before-mouse-event', () => undefined)",
    ],
    [
      'an option (41)',
      "import { BrowserWindow } from 'electron'\nexport const win = new BrowserWindow({ webPreferences: { focusOnNavigation: false } })",
    ],
    [
      'a taken-apart property (38)',
      "import type { WebFrameMain } from 'electron'\nexport const of = ({ frameToken }: WebFrameMain) => frameToken",
    ],
    ['a class (37)', "import { ImageView } from 'electron'\nexport const view = new ImageView()"],
  ])('uses nothing that Electron 33 lacks: %s', async (_, code) => {
    expect(await rulesBroken(fileIn('electron'), code)).toEqual([NEWER])
  })

  it.each([
    [
      'what 33 has',
      "import { session } from 'electron'\nsession.defaultSession.setPermissionCheckHandler(() => false)",
    ],
    [
      'something of ours with the same name',
      'export const copy = (some: { selection: string; restore: () => void }) => [some.selection, some.restore()]',
    ],
    [
      'what is guarded, with its reason',
      "import { clipboard } from 'electron'\n// eslint-disable-next-line kiosk/electron-newer-than-33 -- asked for before use\nif ('selection' in clipboard) void clipboard.selection",
    ],
  ])('may use %s', async (_, code) => {
    expect(await rulesBroken(fileIn('electron'), code)).toEqual([])
  })
})

describe('everywhere', () => {
  it('a rule is only switched off with a reason', async () => {
    const code =
      '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const some = (): any => 1'
    expect(await rulesBroken(fileIn('electron'), code)).toEqual(['kiosk/disable-says-why'])
  })
  it('a switched-off rule that nothing breaks is reported', async () => {
    const code = '// eslint-disable-next-line no-debugger -- why not\nexport const some = 1'
    const [only] = await rulesBroken(fileIn('electron'), code)
    expect(only).toMatch(/Unused eslint-disable directive/)
  })
  it.each([
    ['any', 'export const some = (it: any) => 1', '@typescript-eslint/no-explicit-any'],
    [
      'a promise that nobody waits for',
      'Promise.resolve(1)',
      '@typescript-eslint/no-floating-promises',
    ],
  ])('there is no %s', async (_, code, rule) => {
    expect(await rulesBroken(fileIn('electron'), code)).toEqual([rule])
  })
})

it.each([
  ['chance', 'export const some = Math.random()', 'no-restricted-properties'],
  ['the clock', 'export const some = Date.now()', 'no-restricted-properties'],
  ['today', 'export const some = new Date()', 'no-restricted-syntax'],
  ['the process', 'export const some = process', 'no-restricted-globals'],
])('core does not look at %s', async (_, code, rule) => {
  expect(await rulesBroken(fileIn('core'), code)).toEqual([rule])
})

it('a page puts no HTML into itself', async () => {
  const file = join(ROOT, 'renderer', 'app', 'App.vue')
  const template = '<script setup lang="ts"></script>\n<template><p v-html="1" /></template>\n'
  const [result] = await eslint.lintText(template, { filePath: file })
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('vue/no-v-html')
  expect(await rulesBroken(file, "document.body.innerHTML = ''")).toEqual([
    'no-restricted-properties',
  ])
})
