import { expect, test } from '@playwright/test'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { openKiosk, type Kiosk } from '../../scripts/drive/kiosk'
import { disguises, scanForMarkers, scanMemory, type Find } from '../../scripts/drive/marker-scan'
import { startPrintRig, type PrintRig } from '../../scripts/drive/print-rig'
import { SAMPLE_HANDOUT } from '../../scripts/sample-handout'

let rig: PrintRig
let kiosk: Kiosk
test.beforeEach(async () => {
  rig = await startPrintRig()
  kiosk = await openKiosk({ env: rig.env, settings: { clinicName: CLINIC } })
})
test.afterEach(async () => {
  await kiosk.close()
  await rig.stop()
})

/** Stands at the head of each sheet. */
const CLINIC = `Clinic ${crypto.randomUUID()}`
/** A day that nothing but this one request names, as the page sends it and as the sheet says it. */
const DAY = '2031-03-17'
const DAY_IN_WORDS = 'March 17, 2031'
/** What stands on the sheet. */
const MARKERS = [CLINIC, DAY, DAY_IN_WORDS, 'Calf stretch', 'Bird dog']

/** Prints, and resolves when the sheet lies in the printer. */
async function printHandout(): Promise<void> {
  const end = await kiosk.page().evaluate(
    async (request) => {
      const result = await window.bridge?.printHandout(request)
      return result?.ok ? window.bridge?.printJobEnd({ jobId: result.jobId }) : result
    },
    { ...SAMPLE_HANDOUT, date: DAY },
  )
  expect(end).toEqual({ ok: true })
}

/** Disk and spool, but for the clinic’s own settings, what the printer itself keeps, and its paper. */
async function traces(): Promise<Find[]> {
  return [
    ...(await scanForMarkers(kiosk.folder, MARKERS, (name) => name === 'settings.json')),
    ...(await scanForMarkers(rig.folder, MARKERS, (name) => /^(printed|device)(\/|$)/.test(name))),
  ]
}

const endVisit = (): Promise<unknown> =>
  kiosk.nextPage(() =>
    kiosk
      .page()
      .evaluate(() => void window.bridge?.endVisit())
      .catch(() => undefined),
  )

/** Every process of the kiosk but the shell itself. */
const childProcesses = (): Promise<number[]> =>
  kiosk.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type }) => type !== 'Browser')
      .map(({ pid }) => pid),
  )

test('after a printed handout disk, spool and the memory of every page hold nothing of it', async () => {
  await printHandout()
  expect(await rig.printed()).toHaveLength(1)
  // The scan knows such a sheet where it lies.
  expect(await scanForMarkers(join(rig.folder, 'printed'), MARKERS)).toContainEqual({
    file: expect.stringMatching(/\.pdf$/) as unknown as string,
    encoding: 'text of a PDF',
  })
  await endVisit()
  await expect.poll(() => readdir(rig.spool)).toEqual([])
  expect(await traces()).toEqual([])
  for (const pid of await childProcesses())
    expect(await scanMemory(pid, [DAY, DAY_IN_WORDS])).toEqual([])
})

test('after a handout that never came out nothing of it is left either', async () => {
  await rig.behave('out-of-paper')
  const result = await kiosk
    .page()
    .evaluate((request) => window.bridge?.printHandout(request), { ...SAMPLE_HANDOUT, date: DAY })
  expect(result).toMatchObject({ ok: true })
  await expect.poll(() => rig.begun()).toBe(1)
  // While it waits it lies in the spool, and the scan sees it there.
  expect((await traces()).map(({ file }) => file)).toContainEqual(expect.stringMatching(/^spool/))
  await endVisit()
  // It waits for paper, so it goes at once; the printer says so at its next report.
  await expect.poll(() => readdir(rig.spool)).toEqual([])
  await rig.behave('ok')
  await expect.poll(traces).toEqual([])
})

test('the memory scan finds what a page knows', async () => {
  await kiosk.page().evaluate((day) => {
    document.body.append(`${day} and more`)
  }, DAY_IN_WORDS)
  const found = await Promise.all(
    (await childProcesses()).map((pid) => scanMemory(pid, [DAY_IN_WORDS])),
  )
  expect(found.flat()).not.toEqual([])
})

test('every planted trace of a handout is found', async () => {
  await printHandout()
  const pdf = (await rig.printed())[0]?.pdf ?? Buffer.alloc(0)
  const planted = join(rig.folder, 'planted')
  await mkdir(planted)
  const around = Buffer.from('xyz')
  const canaries: [string, Buffer][] = [
    ...Object.entries(disguises(DAY_IN_WORDS)).map(([encoding, bytes]): [string, Buffer] => [
      encoding,
      Buffer.concat([around, bytes, around]),
    ]),
    ['a PDF', pdf],
    ['a PDF after the head of a spool file', Buffer.concat([around, pdf])],
    ['a packed stream', Buffer.concat([around, deflateSync(DAY_IN_WORDS), around])],
    ['the half of a packed stream', half(deflateSync(`${DAY_IN_WORDS} ${NOISE}`))],
    ['gzip', gzipSync(DAY_IN_WORDS)],
    ['gzip in the middle', Buffer.concat([around, gzipSync(DAY_IN_WORDS), around])],
  ]
  for (const [name, bytes] of canaries) await writeFile(join(planted, name), bytes)
  await writeFile(join(planted, DAY), '')
  const found = new Set((await scanForMarkers(planted, MARKERS)).map(({ file }) => file))
  expect([...found].sort()).toEqual([...canaries.map(([name]) => name), DAY].sort())
  await rm(planted, { recursive: true })
})

const NOISE = Array.from({ length: 2_000 }, (_, at) => at.toString(36)).join('')
const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2)

test('CUPS’s own logs say nothing of it', async () => {
  await printHandout()
  for (const name of await readdir(join(rig.folder, 'log'))) {
    const log = await readFile(join(rig.folder, 'log', name), 'utf8')
    for (const marker of MARKERS) expect(log).not.toContain(marker)
  }
})
