import { expect, test } from '@playwright/test'
import { openKiosk, PORTRAIT } from '../../scripts/drive/kiosk'
import { layoutFaults } from '../../scripts/drive/layout-faults'
import { mainStops } from '../../scripts/drive/main-stops'
import type { Look } from '../../scripts/drive/stops'

const LOOKS: readonly [size: typeof PORTRAIT, look: Look & { lang: string }][] = [
  [PORTRAIT, { lang: 'es', text: 3, theme: 'dark' }],
  [PORTRAIT, { lang: 'ar', text: 2, theme: 'light' }],
]

for (const [size, look] of LOOKS)
  test(`each kind of screen is whole: ${look.lang}, ${size.width}x${size.height}, text ${look.text}, ${look.theme}`, async () => {
    test.setTimeout(300_000)
    const kiosk = await openKiosk({ size })
    try {
      const faults: string[] = []
      for await (const { name, page } of mainStops(kiosk, look))
        // Sheets of paper are shown there in small.
        if (name !== 'handout/pages')
          faults.push(...(await layoutFaults(page)).map((fault) => `${name}: ${fault}`))
      expect(faults).toEqual([])
    } finally {
      await kiosk.close()
    }
  })
