import { expect, test, type Page } from '@playwright/test'
import { rm, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { openKiosk, tap, type Kiosk } from '../../scripts/drive/kiosk'
import { disguises, scanForMarkers } from '../../scripts/drive/marker-scan'

let kiosk: Kiosk
test.afterEach(async () => kiosk.close())

/** Short, but long enough for the steps between; the real times are asserted elsewhere. */
const QUICK = { askAfterSeconds: 3, countdownSeconds: 2 }

/** A word of its own for each door, so that a find says which one it came through. */
const markers = (): Record<string, string> =>
  Object.fromEntries(
    [
      ...['local', 'session', 'cookie', 'database', 'cache', 'copied', 'selected', 'title'],
      ...['name', 'history', 'typed', 'opfs', 'logged', 'hash'],
    ].map((door) => [door, `${door}-${crypto.randomUUID()}`]),
  )

/** Leaves a marker at every door that a page has. */
async function leaveMarkers(page: Page, left: Record<string, string>): Promise<void> {
  await page.evaluate(async (mark) => {
    const at = (door: string): string => mark[door] ?? ''
    localStorage.setItem('k', at('local'))
    sessionStorage.setItem('k', at('session'))
    document.cookie = `k=${at('cookie')}; max-age=99999`
    document.title = at('title')
    window.name = at('name')
    history.replaceState({ k: at('history') }, '', `#${at('hash')}`)
    console.info(at('logged'))
    await new Promise((done, failed) => {
      const opening = indexedDB.open('k')
      opening.onupgradeneeded = () => opening.result.createObjectStore('k')
      opening.onerror = failed
      opening.onsuccess = () => {
        const writing = opening.result.transaction('k', 'readwrite')
        writing.objectStore('k').put(at('database'), 'k')
        writing.oncomplete = done
      }
    })
    const cache = await caches.open('k').catch(() => null)
    await cache?.put('https://kiosk.example/k', new Response(at('cache')))
    const root = await navigator.storage.getDirectory().catch(() => null)
    const writer = await (await root?.getFileHandle('k', { create: true }))?.createWritable()
    await writer?.write(at('opfs'))
    await writer?.close()
    const field = document.body.appendChild(document.createElement('textarea'))
    field.value = at('typed')
    field.style.userSelect = 'text'
    field.select()
  }, left)
  await kiosk.app.evaluate(async ({ clipboard }, mark) => {
    await clipboard.writeText(mark['copied'] ?? '')
    // Before Electron 44 the second clipboard was an argument.
    const moved = (clipboard as { selection?: Electron.Clipboard }).selection
    const write = clipboard.writeText as (text: string, type: string) => unknown
    await (moved
      ? moved.writeText(mark['selected'] ?? '')
      : write(mark['selected'] ?? '', 'selection'))
  }, left)
}

const clipboards = (): Promise<string[]> =>
  kiosk.app.evaluate(async ({ clipboard }) => {
    const moved = (clipboard as { selection?: Electron.Clipboard }).selection
    const read = clipboard.readText as (type: string) => unknown
    const selected = await (moved ? moved.readText() : read('selection'))
    return [await clipboard.readText(), String(selected)]
  })

/** Everything that a new page could find of an old one. */
const foundByPage = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: Object.entries(sessionStorage),
    cookie: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys().catch(() => []),
    files: await (async () => {
      const names: string[] = []
      const root = await navigator.storage.getDirectory()
      for await (const name of (root as unknown as { keys: () => AsyncIterable<string> }).keys())
        names.push(name)
      return names
    })(),
    title: document.title,
    name: window.name,
    state: history.state as unknown,
    steps: history.length,
    hash: location.hash,
    selection: getSelection()?.toString(),
    theme: document.documentElement.dataset['theme'],
    textSize: document.documentElement.dataset['textSize'],
  }))

/** The process that shows the page. */
const pageProcess = (): Promise<number> =>
  kiosk.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  )

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Goes to the third slide with a larger text and the dark theme. */
async function visit(page: Page): Promise<void> {
  await page.locator('.attract .touch').click()
  await page.locator('.comfort-bar .text-size').click()
  await page.locator('.comfort-bar .theme').click()
  await page.locator('.doors .door').first().click()
  await page.locator('.steps .next').click()
  await page.locator('.steps .next').click()
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '2')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
}

const ENDS: [string, (page: Page) => Promise<unknown>][] = [
  [
    'They called me',
    async (page) => {
      await page.locator('.comfort-bar .called').click()
      return page.locator('dialog[open] .choices > :nth-child(1)').click()
    },
  ],
  ['nobody is there any more', () => Promise.resolve()],
  [
    'Start over',
    async (page) => {
      await page.locator('dialog[open]').waitFor()
      return page.locator('dialog[open] .choices > :nth-child(1)').click()
    },
  ],
]

for (const [way, end] of ENDS)
  test(`when a visit ends by "${way}" nothing of it is left`, async () => {
    kiosk = await openKiosk({ settings: QUICK })
    const page = kiosk.page()
    const fresh = await foundByPage(page)
    await visit(page)
    const left = markers()
    await leaveMarkers(page, left)
    // The doors are real: what was left can be found while the visit lasts.
    expect(await clipboards()).toEqual([left['copied'], left['selected']])
    expect(await foundByPage(page)).toMatchObject({ local: 1, textSize: '2' })
    const old = await pageProcess()

    const next = await kiosk.nextPage(() => end(page))

    await expect(next.locator('.attract .touch')).toBeVisible()
    await expect.poll(() => isRunning(old)).toBe(false)
    expect(await foundByPage(next)).toEqual(fresh)
    expect(fresh).toMatchObject({ local: 0, cookie: '', theme: 'light', textSize: '1' })
    expect(await clipboards()).toEqual(['', ''])
    expect(await scanForMarkers(kiosk.folder, Object.values(left))).toEqual([])
  })

test('the scan itself finds what lies there, in every spelling', async () => {
  kiosk = await openKiosk()
  const planted = `planted-${crypto.randomUUID()}`
  const around = Buffer.from('xyz')
  const folder = join(kiosk.folder, 'planted')
  await mkdir(folder)
  const canaries: [string, Buffer][] = [
    ...Object.entries(disguises(planted)).map(([encoding, bytes]): [string, Buffer] => [
      encoding,
      Buffer.concat([around, bytes, around]),
    ]),
    ...[0, 1, 2].map((offset): [string, Buffer] => {
      const bytes = Buffer.concat([around.subarray(0, offset), Buffer.from(planted), around])
      return [`whole base64 ${offset}`, Buffer.from(bytes.toString('base64'))]
    }),
    ['zlib', deflateSync(Buffer.from(planted))],
  ]
  for (const [name, bytes] of canaries) await writeFile(join(folder, name), bytes)
  await writeFile(join(folder, planted), '')
  const finds = await scanForMarkers(kiosk.folder, [planted])
  const found = new Set(finds.map(({ file }) => file))
  expect([...found].sort()).toEqual(
    [...canaries.map(([name]) => name), planted].map((name) => join('planted', name)).sort(),
  )
  await rm(folder, { recursive: true })
})

test('while the kiosk asks "Still there?", only its two buttons count', async () => {
  kiosk = await openKiosk({ settings: { askAfterSeconds: 2, countdownSeconds: 60 } })
  const page = kiosk.page()
  await visit(page)
  const slide = await page.locator('.slide').getAttribute('data-slide')
  await page.locator('dialog[open]').waitFor()
  const { width, height } = page.viewportSize() ?? { width: 1920, height: 1080 }
  for (const [x, y] of [
    [5, 5],
    [width - 5, 5],
    [5, height - 5],
    [width - 5, height - 5],
    [width / 2, 5],
  ] as const) {
    await page.touchscreen.tap(x, y).catch(() => page.mouse.click(x, y))
    await page.mouse.click(x, y)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('dialog[open]')).toBeVisible()
  // "Go on" keeps the place.
  await tap(page, page.locator('dialog[open] .choices > :nth-child(2)'))
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  expect(await page.locator('.slide').getAttribute('data-slide')).toBe(slide)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('nothing that the kiosk says to staff repeats what a visitor did', async () => {
  kiosk = await openKiosk()
  const before = await readFile(join(kiosk.folder, 'stderr.log'), 'utf8')
  await visit(kiosk.page())
  const left = markers()
  await leaveMarkers(kiosk.page(), left)
  const told = kiosk.stderr().slice(before.length)
  for (const marker of Object.values(left)) expect(told).not.toContain(marker)
})
