import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { contract, type Handlers, type Input, type MessageName } from '../../core/contract'
import { serve } from '../../electron/serve'
import { SAMPLE_HANDOUT } from '../../scripts/sample-handout'

/** What is due; the other messages take nothing. */
const INPUTS: { [Name in MessageName]?: Input<Name> } = {
  printHandout: SAMPLE_HANDOUT,
  loadWords: { tag: 'es' },
  setSpeechVolume: { share: 0.5 },
  printJobEnd: { jobId: 1 },
  cancelPrint: { jobId: 1 },
  unlockStaff: { pin: '830274' },
  setPin: { role: 'owner', pin: '830274' },
  writeSettings: { changes: { diagonalInches: 27 } },
  prepareHandout: SAMPLE_HANDOUT,
  saveHandoutPdf: { request: SAMPLE_HANDOUT, stick: 'STICK' },
  count: { what: 'start', which: 'all' },
  quitKiosk: { how: 'restart' },
}

type Listener = (event: IpcMainInvokeEvent, ...inputs: unknown[]) => unknown

const page = { id: 1 } as WebContents
const frame = { url: 'app://kiosk/index.html', parent: null }
const from = (change: object = {}): IpcMainInvokeEvent =>
  ({ sender: page, senderFrame: frame, ...change }) as unknown as IpcMainInvokeEvent

const called = vi.fn()
let registered: Map<string, Listener>
const send = (name: string, event: IpcMainInvokeEvent, ...inputs: unknown[]): unknown =>
  registered.get(name)?.(event, ...inputs)

beforeEach(() => {
  called.mockReset()
  registered = new Map()
  const handlers = Object.fromEntries(
    Object.keys(contract).map((name) => [name, () => called(name) as unknown]),
  ) as unknown as Handlers
  serve({
    ipc: { handle: (name, listener) => void registered.set(name, listener) },
    isPage: (contents) => contents === page,
    handlers,
  })
})

describe('serve', () => {
  it('hears the messages of the contract and no others', () => {
    expect([...registered.keys()].sort()).toEqual(Object.keys(contract).sort())
  })

  it.each(Object.keys(contract) as MessageName[])('answers %s from the page', async (name) => {
    called.mockReturnValue('answer')
    expect(await send(name, from(), ...(INPUTS[name] ? [INPUTS[name]] : []))).toBe('answer')
    expect(called).toHaveBeenCalledExactlyOnceWith(name)
  })

  it.each([
    ['a frame that is gone', { senderFrame: null }],
    ['a frame within the page', { senderFrame: { ...frame, parent: frame } }],
    ['an empty page', { senderFrame: { ...frame, url: 'about:blank' } }],
    ['a page without an address', { senderFrame: { ...frame, url: '' } }],
    ['another origin', { senderFrame: { ...frame, url: 'app://kiosk.other/index.html' } }],
    ['a name that begins like ours', { senderFrame: { ...frame, url: 'app://kioskx/index.html' } }],
    ['the web', { senderFrame: { ...frame, url: 'https://app://kiosk/' } }],
    ['a file', { senderFrame: { ...frame, url: 'file:///opt/index.html' } }],
    ['another window', { sender: { id: 2 } }],
  ])('refuses %s, and does nothing', async (_, change) => {
    for (const name of registered.keys())
      await expect(send(name, from(change))).rejects.toThrow(/^refused: sender$/)
    expect(called).not.toHaveBeenCalled()
  })

  it.each([
    ['a text', ['x']],
    ['an object', [{}]],
    ['null', [null]],
    ['a second input', [undefined, 1]],
    ['a hundred', Array(100).fill(undefined)],
  ])('refuses %s where nothing is due, and does not repeat it', async (_, inputs) => {
    const takesNothing = [...registered.keys()].filter((name) => !(name in INPUTS))
    expect(takesNothing).toContain('loadContent')
    for (const name of takesNothing)
      await expect(send(name, from(), ...inputs)).rejects.toThrow(/^refused: input$/)
    expect(called).not.toHaveBeenCalled()
  })

  it.each([
    ['printHandout', undefined],
    ['printHandout', { ...SAMPLE_HANDOUT, html: '<p>' }],
    ['printHandout', { ...SAMPLE_HANDOUT, paper: 'a3' }],
    ['loadWords', undefined],
    ['loadWords', { tag: '../en' }],
    ['printJobEnd', undefined],
    ['printJobEnd', { jobId: 0 }],
    ['printJobEnd', { jobId: '1' }],
    ['cancelPrint', { jobId: 1.5 }],
    ['cancelPrint', { jobId: 1, queue: 'Other' }],
    ['unlockStaff', undefined],
    ['unlockStaff', { pin: 830274 }],
    ['unlockStaff', { pin: '1'.repeat(41) }],
    ['unlockStaff', { pin: '830274', role: 'owner' }],
    ['setPin', { role: 'visitor', pin: '830274' }],
    ['setPin', { role: 'owner' }],
    ['writeSettings', { diagonalInches: 27 }],
    ['writeSettings', { changes: [] }],
    ['quitKiosk', { how: 'shell' }],
  ])('refuses %s with %j', async (name, input) => {
    await expect(send(name, from(), input)).rejects.toThrow(/^refused: input$/)
    expect(called).not.toHaveBeenCalled()
  })
})
