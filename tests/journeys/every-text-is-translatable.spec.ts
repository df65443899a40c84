import { expect, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKiosk } from '../../scripts/drive/kiosk'
import { mainStops } from '../../scripts/drive/main-stops'
import {
  PSEUDO_TAG,
  textOutsideBrackets,
  writePseudoContent,
} from '../../scripts/drive/pseudo-language'

test('no screen shows or names anything that a translation does not reach', async () => {
  test.setTimeout(300_000)
  const folder = await mkdtemp(join(tmpdir(), 'sole-to-spine-pseudo-'))
  await writePseudoContent('content', folder)
  const kiosk = await openKiosk({ content: folder, settings: { languages: [PSEUDO_TAG] } })
  try {
    const faults: string[] = []
    for await (const { name, page } of mainStops(kiosk, { text: 1, theme: 'light' }))
      faults.push(...(await textOutsideBrackets(page)).map((text) => `${name}: ${text}`))
    expect(faults).toEqual([])
  } finally {
    await kiosk.close()
    await rm(folder, { recursive: true })
  }
})
