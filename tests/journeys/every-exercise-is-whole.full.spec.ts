import { expect, test } from '@playwright/test'
import { LANDSCAPE, openKiosk, PORTRAIT } from '../../scripts/drive/kiosk'
import { layoutFaults } from '../../scripts/drive/layout-faults'
import { everyStop, type Look } from '../../scripts/drive/stops'

for (const [name, size] of [
  ['portrait', PORTRAIT],
  ['landscape', LANDSCAPE],
] as const)
  for (const look of [
    { text: 1, theme: 'light' },
    { text: 4, theme: 'dark' },
  ] satisfies Look[])
    test(`every tab of every exercise is whole: ${name}, text size ${look.text}`, async () => {
      test.setTimeout(300_000)
      const kiosk = await openKiosk({ size })
      try {
        const faults: string[] = []
        for await (const stop of everyStop(kiosk, look, ['exercise-tabs'])) {
          const found = await layoutFaults(stop.page)
          faults.push(...found.map((fault) => `${stop.name}: ${fault}`))
        }
        expect(faults).toEqual([])
      } finally {
        await kiosk.close()
      }
    })
