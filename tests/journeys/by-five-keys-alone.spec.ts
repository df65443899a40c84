import { expect, test } from '@playwright/test'
import { focusSight } from '../../scripts/drive/focus'
import { pressKey, stepTo } from '../../scripts/drive/keypad'
import { LANDSCAPE, openKiosk, type Kiosk } from '../../scripts/drive/kiosk'
import { startPrintRig, type PrintRig } from '../../scripts/drive/print-rig'

let rig: PrintRig
let kiosk: Kiosk
test.afterEach(async () => {
  await kiosk.close()
  await rig.stop()
})

test('five keys alone print an exercise, and lead to the card that the desk must see', async () => {
  test.setTimeout(180_000)
  rig = await startPrintRig()
  kiosk = await openKiosk({ size: LANDSCAPE, settings: { keypad: 'arrows' }, env: rig.env })
  const page = kiosk.page()
  const choose = async (selector: string, key: 'Down' | 'Up' = 'Down'): Promise<void> => {
    await stepTo(kiosk, page.locator(selector), key)
    expect(await focusSight(page)).toMatchObject({ isSeen: true })
    await pressKey(kiosk, 'Return')
  }
  await pressKey(kiosk, 'Down')
  await expect(page.locator('.home h1')).toBeFocused()
  await choose('.doors .to-exercises')
  await choose('.cards li:first-child .grid-card')
  await choose('.actions .add')
  await choose('.comfort-bar .to-home')
  await choose('.doors .to-handout')
  await choose('.handout .print')
  await expect(page.locator('.printing')).toHaveAttribute('data-state', 'printed')
  const sheets = await rig.printed()
  expect(sheets).toHaveLength(1)
  expect(sheets[0]?.pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await choose('dialog[open] .close')

  await choose('.comfort-bar .to-home')
  await choose('.doors .to-triage')
  await choose('[data-age="50-59"]')
  await choose('[data-region=back]')
  await choose('[data-tile=E1]')
  await choose('.triage .answers .primary')
  await expect(page.locator('.triage')).toHaveAttribute('data-level', '1')
  await expect(page.locator('.care-card')).toBeVisible()
  // The card stays; the way on from it can be reached by the same keys.
  await choose('.triage .start-over')
  await expect(page.locator('.triage')).toHaveAttribute('data-step', 'age-age')
})
