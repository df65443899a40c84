import { expect, test } from '@playwright/test'
import { axeFaults } from '../../scripts/drive/axe-faults'
import { LANDSCAPE, openKiosk, PORTRAIT } from '../../scripts/drive/kiosk'
import { mainStops } from '../../scripts/drive/main-stops'
import { everyStop, type Look } from '../../scripts/drive/stops'

const isFull = process.env['TEST_FULL'] === '1'
const LOOKS: readonly Look[] = isFull
  ? ['en', 'es', 'zh-Hans', 'ar'].flatMap((lang) =>
      (['light', 'dark'] as const).map((theme) => ({ text: 1, theme, lang })),
    )
  : [
      { text: 1, theme: 'light', lang: 'en' },
      { text: 1, theme: 'dark', lang: 'ar' },
    ]

for (const look of LOOKS)
  test(`axe finds nothing, and nothing that it cannot judge: ${look.lang ?? ''}, ${look.theme}`, async () => {
    test.setTimeout(isFull ? 1_800_000 : 300_000)
    const kiosk = await openKiosk({ size: look.theme === 'dark' ? PORTRAIT : LANDSCAPE })
    try {
      const faults: string[] = []
      let stops = 0
      for await (const { name, page } of isFull ? everyStop(kiosk, look) : mainStops(kiosk, look)) {
        stops++
        faults.push(...(await axeFaults(page)).map((fault) => `${name}: ${fault}`))
      }
      expect(faults).toEqual([])
      expect(stops).toBeGreaterThan(isFull ? 90 : 30)
    } finally {
      await kiosk.close()
    }
  })
