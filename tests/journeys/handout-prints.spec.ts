import { expect, test } from '@playwright/test'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { MessageName, Output } from '../../core/contract'
import type { JobEnd, PrintFault } from '../../core/schema/printing'
import { hashPin } from '../../electron/pin-hash'
import { openKiosk, type Kiosk, type KioskOptions } from '../../scripts/drive/kiosk'
import { SAMPLE_HANDOUT as HANDOUT } from '../../scripts/sample-handout'
import { OWNER_PIN } from '../../scripts/drive/staff-stops'
import { startPrintRig, type PrintRig } from '../../scripts/drive/print-rig'
import { shippedBundle } from '../support/words'

/** Printing as it is: the real program, a real CUPS, and a printer that keeps what came out. */
let rig: PrintRig
let kiosk: Kiosk

test.beforeEach(async () => {
  rig = await startPrintRig()
})
test.afterEach(async () => {
  await kiosk.close()
  await rig.stop()
})

/** Opens the kiosk before the rig's printer. */
async function open(
  settings: KioskOptions['settings'] = {},
  staff?: KioskOptions['staff'],
): Promise<void> {
  kiosk = await openKiosk({ settings, env: rig.env, ...(staff ? { staff } : {}) })
}

/** Calls the shell as the kiosk's own page does. */
const call = <Name extends MessageName>(name: Name, input: unknown): Promise<Output<Name>> =>
  kiosk
    .page()
    .evaluate(
      ([message, given]) =>
        (window.bridge as unknown as Record<string, (input: unknown) => Promise<unknown>>)[
          message
        ]?.(given),
      [name, input] as const,
    ) as Promise<Output<Name>>

async function accepted(request = HANDOUT): Promise<number> {
  const result = await call('printHandout', request)
  if (!result.ok) throw new Error(`not accepted: ${result.reason}`)
  return result.jobId
}
const endOf = (jobId: number): Promise<JobEnd> => call('printJobEnd', { jobId })
/** Prints, and gives back how that ended. */
const printed = async (): Promise<JobEnd> => endOf(await accepted())

async function textOf(pdf: Buffer): Promise<{ title: string; text: string; sizes: number[][] }> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const { info } = (await document.getMetadata()) as { info: { Title?: string } }
  const parts: string[] = []
  const sizes: number[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    parts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    sizes.push(page.view.slice(2).map(Math.round))
  }
  await task.destroy()
  return { title: info.Title ?? '', text: parts.join(' ').replace(/\s+/g, ' '), sizes }
}

/** Ends the visit as a touch on "They called me" does. */
const endVisit = (): Promise<unknown> =>
  kiosk.nextPage(() =>
    kiosk
      .page()
      .evaluate(() => void window.bridge?.endVisit())
      .catch(() => undefined),
  )

/** Waits until the printer has begun with so many documents. */
const begun = (count: number): Promise<void> => expect.poll(() => rig.begun()).toBe(count)

/** Nothing waits, nothing of it is kept, and nothing comes out of a printer that is ready again. */
async function nothingIsLeft(): Promise<void> {
  // A service that was away is asked again every five seconds.
  const patience = { timeout: 20_000 }
  await expect.poll(() => rig.waiting(), patience).toEqual([])
  await expect.poll(() => readdir(rig.spool), patience).toEqual([])
  const before = (await rig.printed()).length
  await rig.behave('ok')
  await rig.power(true)
  rig.run('cupsenable', rig.queue)
  rig.run('cupsaccept', rig.queue)
  // What waited before this sheet would have come out before it.
  expect(await printed()).toEqual({ ok: true })
  expect((await rig.printed()).length).toBe(before + 1)
}

test('a handout comes out as it was sent', async () => {
  await open()
  expect(await printed()).toEqual({ ok: true })
  const [sheet, ...more] = await rig.printed()
  expect(more).toEqual([])
  expect(sheet).toMatchObject({ sides: 'one-sided', colour: 'monochrome', title: 'Sole to Spine' })
  // Hundredths of a millimetre.
  expect(sheet?.media).toContain('x-dimension=21000 y-dimension=29700')
  const { text, sizes } = await textOf(sheet?.pdf ?? Buffer.alloc(0))
  expect(text).toContain('Calf stretch')
  expect(sizes[0]).toEqual([595, 842])
  // The print service has forgotten it: its name, its times, its document.
  expect(await readdir(rig.spool)).toEqual([])
  expect(rig.run('lpstat', '-W', 'all', '-o')).toBe('')
})

for (const duplex of [false, true])
  test(`the printer is told of paper and colour, and to print on ${duplex ? 'both sides' : 'one side'}`, async () => {
    await open({ duplex })
    for (const [paper, colour] of [
      ['a4', false],
      ['letter', true],
      ['a4', true],
      ['letter', false],
    ] as const) {
      expect(await endOf(await accepted({ ...HANDOUT, paper, colour }))).toEqual({ ok: true })
      const sheet = (await rig.printed()).at(-1)
      expect(sheet).toMatchObject({
        sides: duplex ? 'two-sided-long-edge' : 'one-sided',
        colour: colour ? 'color' : 'monochrome',
      })
      const [width, height] = paper === 'a4' ? [21000, 29700] : [21590, 27940]
      expect(sheet?.media).toContain(`x-dimension=${width} y-dimension=${height}`)
      const { sizes } = await textOf(sheet?.pdf ?? Buffer.alloc(0))
      expect(sizes[0]).toEqual(paper === 'a4' ? [595, 842] : [612, 792])
    }
    expect(await rig.printed()).toHaveLength(4)
  })

test('what is known to be wrong beforehand the visitor is told at once, and nothing waits', async () => {
  await open()
  const faults: [PrintFault, () => unknown, () => unknown][] = [
    ['stopped', () => rig.run('cupsdisable', rig.queue), () => rig.run('cupsenable', rig.queue)],
    ['rejecting', () => rig.run('cupsreject', rig.queue), () => rig.run('cupsaccept', rig.queue)],
    ['no-service', () => rig.service(false), () => rig.service(true)],
    ['no-printer', () => rig.run('lpadmin', '-x', rig.queue), () => undefined],
  ]
  for (const [reason, act, mend] of faults) {
    expect(await call('printerState', undefined)).toMatchObject({ fault: null, isCertain: true })
    await act()
    expect(await call('printHandout', HANDOUT)).toEqual({ ok: false, reason })
    expect(await call('printerState', undefined)).toMatchObject({ fault: reason, isCertain: true })
    await mend()
  }
  expect(rig.waiting()).toEqual([])
  expect(await readdir(rig.spool)).toEqual([])
  expect(await rig.printed()).toEqual([])
})

test('a printer that the settings name but the system does not know is missing', async () => {
  await open({ printer: 'Long_Gone' })
  expect(await call('printHandout', HANDOUT)).toEqual({ ok: false, reason: 'missing' })
  expect(await call('printerState', undefined)).toEqual({
    printer: 'Long_Gone',
    fault: 'missing',
    isCertain: true,
  })
})

test('out of paper: taken back; filled again, one copy comes out of a second try', async () => {
  await open({ printSeconds: 5 })
  await rig.behave('out-of-paper')
  expect(await printed()).toEqual({ ok: false, reason: 'out-of-paper' })
  expect(await call('printerState', undefined)).toMatchObject({ fault: 'out-of-paper' })
  expect(await rig.printed()).toEqual([])
  await nothingIsLeft()
  expect(await rig.printed()).toHaveLength(1)
  expect(await call('printerState', undefined)).toMatchObject({ fault: null, isCertain: true })
})

test('out of paper and filled again in time: it comes out, once', async () => {
  await open({ printSeconds: 30 })
  await rig.behave('out-of-paper')
  const job = await accepted()
  await begun(1)
  await expect.poll(async () => (await call('printerState', undefined)).fault).toBe('out-of-paper')
  await rig.behave('ok')
  expect(await endOf(job)).toEqual({ ok: true })
  expect(await rig.printed()).toHaveLength(1)
})

test('a jam loses the sheet, and says so', async () => {
  await open()
  await rig.behave('jam')
  expect(await printed()).toEqual({ ok: false, reason: 'jammed' })
  await nothingIsLeft()
})

test('a printer that is off is offline, and prints nothing when it is on again', async () => {
  await open({ printSeconds: 5 })
  await rig.power(false)
  expect(await call('printerState', undefined)).toMatchObject({ fault: 'offline' })
  expect(await printed()).toEqual({ ok: false, reason: 'offline' })
  await nothingIsLeft()
})

test('a printer that hangs is too slow', async () => {
  await open({ printSeconds: 5 })
  await rig.behave('hang')
  expect(await printed()).toEqual({ ok: false, reason: 'too-slow' })
  await nothingIsLeft()
})

test('a queue that is stopped in the middle of a job is stopped, and the job taken back', async () => {
  await open({ printSeconds: 5 })
  await rig.behave('hang')
  const job = await accepted()
  await begun(1)
  rig.run('cupsdisable', rig.queue)
  expect(await endOf(job)).toEqual({ ok: false, reason: 'stopped' })
  await nothingIsLeft()
})

test('a print service that ends in the middle of a job loses it for good', async () => {
  await open({ printSeconds: 5 })
  await rig.behave('hang')
  const job = await accepted()
  await begun(1)
  await rig.service(false)
  expect(await endOf(job)).toEqual({ ok: false, reason: 'no-service' })
  await rig.behave('out-of-paper')
  await rig.service(true)
  await nothingIsLeft()
})

test('somebody who takes the job out of the queue has cancelled it', async () => {
  await open()
  await rig.behave('hang')
  const job = await accepted()
  await begun(1)
  rig.run('cancel', '-a', rig.queue)
  expect(await endOf(job)).toEqual({ ok: false, reason: 'cancelled' })
  await nothingIsLeft()
})

test('a visitor who does not want to wait takes the job back', async () => {
  await open()
  await rig.behave('hang')
  const job = await accepted()
  expect(await call('cancelPrint', { jobId: job })).toEqual({ ok: false, reason: 'cancelled' })
  await nothingIsLeft()
})

test('a visit that ends takes with it what waits, at once', async () => {
  await open({ printSeconds: 60 })
  await rig.behave('out-of-paper')
  const job = await accepted()
  await begun(1)
  await expect.poll(async () => (await call('printerState', undefined)).fault).toBe('out-of-paper')
  await endVisit()
  await expect.poll(() => rig.waiting()).toEqual([])
  // The next visitor cannot ask for it.
  expect(await endOf(job)).toEqual({ ok: false, reason: 'cancelled' })
  await nothingIsLeft()
})

test('a visit that ends lets a job under way come out', async () => {
  await open({ printSeconds: 30 })
  await rig.behave('hang')
  await accepted()
  await begun(1)
  await endVisit()
  await rig.behave('ok')
  await expect.poll(async () => (await rig.printed()).length).toBe(1)
  await expect.poll(() => readdir(rig.spool)).toEqual([])
})

test('a visit that ends takes a job under way with it when its time is over', async () => {
  await open({ printSeconds: 5 })
  await rig.behave('hang')
  await accepted()
  await begun(1)
  await endVisit()
  await expect.poll(() => rig.waiting(), { timeout: 15_000 }).toEqual([])
  await nothingIsLeft()
})

test('a page that dies ends its visit, and what waits', async () => {
  await open()
  await rig.behave('out-of-paper')
  await accepted()
  await begun(1)
  await expect.poll(async () => (await call('printerState', undefined)).fault).toBe('out-of-paper')
  await kiosk.nextPage(() =>
    kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((some) => some.isVisible())
        ?.webContents.forcefullyCrashRenderer(),
    ),
  )
  await nothingIsLeft()
})

test('a kiosk that is ended takes back what waits', async () => {
  await open()
  await rig.behave('out-of-paper')
  await accepted()
  await begun(1)
  const gone = once(kiosk.app.process(), 'exit')
  kiosk.app.process().kill('SIGTERM')
  await gone
  expect(rig.waiting()).toEqual([])
  expect(await readdir(rig.spool)).toEqual([])
})

test('a kiosk that was killed takes back at its next start what waits, and leaves that of others', async () => {
  await open()
  await rig.behave('out-of-paper')
  await accepted()
  await begun(1)
  const gone = once(kiosk.app.process(), 'exit')
  kiosk.app.process().kill('SIGKILL')
  await gone
  const [ours] = rig.waiting()
  rig.run('lp', '-d', rig.queue, '-t', 'Sole to Spine', join(rig.folder, 'print.sh'))
  const again = await openKiosk({ env: { ...rig.env, XDG_RUNTIME_DIR: kiosk.folder } })
  try {
    await expect.poll(() => rig.waiting()).not.toContain(ours)
    expect(rig.waiting()).toHaveLength(1)
  } finally {
    await again.close()
  }
})

test('two kiosks of one user end their own visits only', async () => {
  await open()
  await rig.behave('out-of-paper')
  const other = await openKiosk({ env: rig.env })
  try {
    await accepted()
    const mine = rig.waiting()
    await other.page().evaluate((request) => window.bridge?.printHandout(request), HANDOUT)
    expect(rig.waiting()).toHaveLength(2)
    await other.nextPage(() =>
      other
        .page()
        .evaluate(() => void window.bridge?.endVisit())
        .catch(() => undefined),
    )
    await expect.poll(() => rig.waiting().map(nameOf)).toEqual(mine.map(nameOf))
  } finally {
    await other.close()
  }
})

test('the slip for the desk comes out at the desk', async () => {
  await open({ deskPrinter: 'Desk', paper: 'letter' })
  rig.addPdfQueue('Desk')
  const result = await call('printDeskSlip', undefined)
  if (!result.ok) throw new Error(result.reason)
  expect(await endOf(result.jobId)).toEqual({ ok: true })
  expect(await rig.printed()).toEqual([])
  const { text, sizes } = await textOf(await rig.pdfOf('Desk'))
  expect(sizes).toEqual([[612, 792]])
  expect(text).toMatch(/come to the kiosk/i)
})

test('somebody at level 1 brings the slip to the desk, and nothing that they answered is on it', async () => {
  test.setTimeout(120_000)
  await open({ deskPrinter: 'Desk', deskSlip: true })
  rig.addPdfQueue('Desk')
  const taps = ['.attract .touch', '.doors .to-triage', '[data-age="50-59"]', '[data-region=back]']
  for (const what of [...taps, '.answers .none', '[data-tile=N1]', '.answers .next'])
    await kiosk.page().locator(what).click()
  await expect(kiosk.page().locator('.care-card.level-1')).toBeVisible()
  const slip = () =>
    rig
      .pdfOf('Desk')
      .then(textOf)
      .catch(() => null)
  await expect.poll(slip, { timeout: 60_000 }).not.toBeNull()
  const { title, body } = (await shippedBundle()).words['en']!.handout!.slip
  const printed = await slip()
  expect(printed?.text.trim()).toBe(`${title} ${body} Page 1 of 1`)
})

test('without a printer in the settings that of the system is used, and staff can see them all', async () => {
  const owner = await hashPin(OWNER_PIN)
  await open({}, { owner, clinician: null, wrongPins: 0, waitMs: 0 })
  rig.addPdfQueue('Archive')
  expect((await call('printerState', undefined)).printer).toBe('Archive')
  rig.run('lpadmin', '-d', rig.queue)
  expect((await call('printerState', undefined)).printer).toBe(rig.queue)
  expect(await printed()).toEqual({ ok: true })
  expect(await rig.printed()).toHaveLength(1)
  expect(await call('listPrinters', undefined)).toEqual([])
  expect(await call('unlockStaff', { pin: OWNER_PIN })).toMatchObject({ ok: true })
  const choices = await call('listPrinters', undefined)
  expect(choices.map(({ name, isDefault }) => [name, isDefault]).sort()).toEqual([
    ['Archive', false],
    [rig.queue, true],
  ])
})

/** The id of a job, out of a line of lpstat. */
const nameOf = (line: string): string => line.split(/\s/, 1)[0] ?? ''
