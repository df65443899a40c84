import { expect, test } from '@playwright/test'
import { format, subDays } from 'date-fns'
import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CountsFile } from '../../core/schema/counts'
import { hashPin } from '../../electron/pin-hash'
import { openKiosk, tap } from '../../scripts/drive/kiosk'
import { comeIn, CLINICIAN_PIN, OWNER_PIN, typePin } from '../../scripts/drive/staff-stops'
import { answerAll } from '../../scripts/drive/stops'

test('what a visit did becomes numbers of the day, which staff see without the small ones and take along', async () => {
  const [owner, clinician] = await Promise.all([hashPin(OWNER_PIN), hashPin(CLINICIAN_PIN)])
  const today = format(new Date(), 'yyyy-MM-dd')
  const yesterday = format(subDays(new Date(), 1), 'yyyy-MM-dd')
  const kiosk = await openKiosk({ staff: { owner, clinician, wrongPins: 0, waitMs: 0 } })
  try {
    const page = kiosk.page()
    await tap(page, page.locator('.attract .touch'))
    await tap(page, page.locator('.minutes .chips > :first-child'))
    await page.waitForSelector('.story')
    await tap(page, page.locator('.comfort-bar .to-home'))
    await tap(page, page.locator('.doors .to-triage'))
    await answerAll(page, { age: '18-49', regions: ['back'], yes: [] })
    await tap(page, page.locator('.comfort-bar [data-language=es]'))
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    // Nothing of a visit is on the disk while it goes on.
    const file = join(kiosk.folder, 'counts.json')
    expect(await readdir(kiosk.folder)).not.toContain('counts.json')

    const pad = await comeIn(kiosk)
    const written = CountsFile.parse(JSON.parse(await readFile(file, 'utf8'))).days
    const { chapter, ...rest } = written[today] ?? {}
    expect(rest).toEqual({ start: { all: 1 }, level: { '4': 1 }, language: { es: 1 } })
    expect(Object.values(chapter ?? {})).toEqual([1])

    await typePin(pad, OWNER_PIN)
    await tap(pad, pad.locator('.to-counts'))
    await expect(pad.locator('.counts .total')).toContainText('At least 0')
    await expect(pad.locator('.bar-chart table')).toContainText('under 5')
    await tap(pad, pad.locator('.export'))
    await expect(pad.locator('.counts .bad')).toContainText('No stick')
    await mkdir(join(kiosk.folder, 'sticks', 'OFFICE'), { recursive: true })
    await tap(pad, pad.locator('.export'))
    await expect(pad.locator('.counts .good')).toContainText(`counts-${today}.csv`)
    const csv = await readFile(
      join(kiosk.folder, 'sticks', 'OFFICE', `sole-to-spine-counts-${today}.csv`),
      'utf8',
    )
    expect(csv).toContain(`${today},start,all,1-4\r\n`)
    expect(csv).not.toContain(yesterday)
  } finally {
    await kiosk.close()
  }
})

test('many visits are shown as bars, by day and by kind', async () => {
  const [owner, clinician] = await Promise.all([hashPin(OWNER_PIN), hashPin(CLINICIAN_PIN)])
  const day = format(subDays(new Date(), 3), 'yyyy-MM-dd')
  const kiosk = await openKiosk({
    staff: { owner, clinician, wrongPins: 0, waitMs: 0 },
    files: {
      'counts.json': JSON.stringify({
        version: 1,
        days: { [day]: { start: { all: 31 }, level: { '4': 9, '1': 2 } } },
      }),
    },
  })
  try {
    const pad = await comeIn(kiosk)
    await typePin(pad, CLINICIAN_PIN)
    await tap(pad, pad.locator('.to-counts'))
    await expect(pad.locator('.counts .total')).toContainText('31 in the last 14 days')
    await tap(pad, pad.locator('[data-thing=level]'))
    await expect(pad.locator('.bar-chart tbody tr')).toHaveText([
      /Level 4\s*9/,
      /Level 1\s*under 5/,
    ])
    await tap(pad, pad.locator('[data-thing=print]'))
    await expect(pad.locator('.counts .total')).toContainText('Nothing was counted')
  } finally {
    await kiosk.close()
  }
})
