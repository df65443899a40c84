import { expect, test } from '@playwright/test'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { layoutFaults } from '../../scripts/drive/layout-faults'
import { openKiosk, type Kiosk } from '../../scripts/drive/kiosk'

let folder: string
let kiosk: Kiosk | undefined
test.beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'sole-to-spine-pack-')), 'content')
  await cp('content', folder, { recursive: true })
})
test.afterEach(async () => {
  await kiosk?.close()
  kiosk = undefined
  await rm(join(folder, '..'), { recursive: true, force: true, maxRetries: 20 })
})

async function change(file: string, edit: (text: string) => string): Promise<void> {
  const path = join(folder, file)
  await writeFile(path, edit(await readFile(path, 'utf8')))
}

test('without its content folder the kiosk shows a notice for staff', async () => {
  kiosk = await openKiosk({ content: join(folder, 'not-there') })
  await expect(kiosk.page().getByText('The content of this screen is missing.')).toBeVisible()
  expect(kiosk.stderr()).toContain('no pack in')
})

test('broken YAML of the whole story gives the notice, and names file and line', async () => {
  await change('stories/feet-and-back.yaml', (text) => text.replace('chapters:', 'chapters: [{'))
  kiosk = await openKiosk({ content: folder })
  await expect(kiosk.page().getByText('The content of this screen has errors.')).toBeVisible()
  expect(kiosk.stderr()).toMatch(/stories\/feet-and-back\.yaml:\d+/)
})

test('a slide that is wrong is left out; the others are shown', async () => {
  await change('stories/feet-and-back.yaml', (text) => text.replace('kind: title', 'kind: tittle'))
  kiosk = await openKiosk({ content: folder })
  const page = kiosk.page()
  await page.locator('.attract .touch').click()
  await page.locator('.minutes .chips > :last-child').click()
  await expect(page.locator('.story')).toBeVisible()
  await expect(page.locator('.slide')).toHaveAttribute('data-slide', 'foundation')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(kiosk.stderr()).toMatch(/kind/)
})

test('a chapter of a hundred slides can be walked and the map still fits', async () => {
  const story = parse(await readFile(join(folder, 'stories/feet-and-back.yaml'), 'utf8'))
  const words = parse(await readFile(join(folder, 'words/en/story.yaml'), 'utf8'))
  const model =
    story.chapters[0].slides.find(({ kind }: { kind: string }) => kind === 'explain') ??
    story.chapters
      .flatMap((c: { slides: unknown[] }) => c.slides)
      .find((s: { kind: string }) => s.kind === 'explain')
  for (let n = 1; n <= 100; n++) {
    story.chapters[0].slides.push({ ...structuredClone(model), id: `more-${n}` })
    words.slides[`more-${n}`] = structuredClone(words.slides[model.id])
  }
  await writeFile(join(folder, 'stories/feet-and-back.yaml'), stringify(story))
  await writeFile(join(folder, 'words/en/story.yaml'), stringify(words))
  kiosk = await openKiosk({ content: folder })
  const page = kiosk.page()
  await page.locator('.attract .touch').click()
  await page.locator('.minutes .chips > :last-child').click()
  await expect(page.locator('.story')).toBeVisible()
  await page.keyboard.press('End')
  const total = story.chapters.flatMap((c: { slides: unknown[] }) => c.slides).length
  await expect(page.locator('.step')).toHaveText(new RegExp(`${total}.*${total}`))
  await page.locator('.to-chapters').click()
  await expect(page.locator('dialog[open] .chapter').first()).toBeVisible()
  expect(await layoutFaults(page)).toEqual([])
})

test('a screen smaller than 1024 by 600 says so to staff', async () => {
  kiosk = await openKiosk({ size: { width: 800, height: 480 } })
  await expect(kiosk.page().getByText('This screen is too small.')).toBeVisible()
  await expect(kiosk.page().getByText('It is 800 by 480 now.')).toBeVisible()
})

test('bad settings are not used, the defaults are, and staff are told', async () => {
  kiosk = await openKiosk({ settings: { diagonalInches: -3 } })
  await expect(kiosk.page().locator('.attract .touch')).toBeVisible()
  expect(kiosk.stderr()).toContain('diagonalInches')
})
