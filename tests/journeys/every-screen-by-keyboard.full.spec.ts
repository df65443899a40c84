import { expect, test } from '@playwright/test'
import { focusSight, tabAround } from '../../scripts/drive/focus'
import { LANDSCAPE, openKiosk } from '../../scripts/drive/kiosk'
import { everyStop } from '../../scripts/drive/stops'

test('a keyboard walks round every screen and dialog, is trapped nowhere and always seen', async () => {
  test.setTimeout(1_800_000)
  const kiosk = await openKiosk({ size: LANDSCAPE })
  try {
    const faults: string[] = []
    let stops = 0
    for await (const { name, page } of everyStop(kiosk)) {
      // There any key begins the visit.
      if (name.startsWith('attract/')) continue
      stops++
      await page.keyboard.press('Tab')
      const first = await focusSight(page)
      const seen = new Set([first.at])
      for (const sight of [first, ...(await tabAround(page, first.of + 2))]) {
        // Between the last and the first the focus may be on none of them for one step.
        if (sight.at < 0) continue
        seen.add(sight.at)
        if (!sight.isSeen) faults.push(`${name}: no ring around ${sight.name}`)
      }
      seen.delete(-1)
      if (seen.size < first.of) faults.push(`${name}: ${seen.size} of ${first.of} came round`)
    }
    expect(faults).toEqual([])
    expect(stops).toBeGreaterThan(90)
  } finally {
    await kiosk.close()
  }
})
