import { expect, test } from '@playwright/test'
import { focusSight } from '../../scripts/drive/focus'
import { LANDSCAPE, openKiosk } from '../../scripts/drive/kiosk'
import { everyStop } from '../../scripts/drive/stops'

test('a keyboard walks round every screen and dialog, is trapped nowhere and always seen', async () => {
  test.setTimeout(600_000)
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
      const seen = new Set<number>()
      for (let step = 0; step <= first.of + 2; step++) {
        const sight = await focusSight(page)
        // Between the last and the first the focus may be on none of them for one step.
        if (sight.at >= 0) {
          seen.add(sight.at)
          if (!sight.isSeen) faults.push(`${name}: no ring around ${sight.name}`)
        }
        await page.keyboard.press('Tab')
      }
      if (seen.size < first.of) faults.push(`${name}: ${seen.size} of ${first.of} came round`)
    }
    expect(faults).toEqual([])
    expect(stops).toBeGreaterThan(90)
  } finally {
    await kiosk.close()
  }
})
