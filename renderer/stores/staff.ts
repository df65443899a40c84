import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Output } from '../../core/contract'
import type { HandoutRequest } from '../../core/schema/handout'
import type { Settings } from '../../core/schema/settings'
import type { StaffRole } from '../../core/staff/names'
import { bridge } from '../bridge'
import { useContentStore } from './content'

export type StaffState = Output<'staffState'>
export type PrinterState = Output<'printerState'>
export type PrinterChoice = Output<'listPrinters'>[number]

export type SaveOutcome = Output<'saveHandoutPdf'>

/** The shell hears of somebody at most so often, in ms. */
const SIGN_EVERY = 1000

/**
 * Staff mode as the page sees it. The shell holds the lock and refuses whatever is not allowed;
 * what is here only decides what is shown.
 */
export const useStaffStore = defineStore('staff', () => {
  const content = useContentStore()
  const state = shallowRef<StaffState | null>(null)
  const wrongPins = shallowRef(0)
  const printers = shallowRef<readonly PrinterChoice[]>([])
  const printer = shallowRef<PrinterState | null>(null)
  /** How the test page does. */
  const test = shallowRef<'printing' | Output<'printJobEnd'> | null>(null)
  /** Names of the sticks that are plugged in; null while they are looked for. */
  const sticks = shallowRef<readonly string[] | null>(null)
  const role = computed(() => state.value?.role ?? null)
  /** Has somebody come in by a PIN? The first set-up is no staff mode yet. */
  const isIn = computed(() => role.value === 'owner' || role.value === 'clinician')
  let lastSign = 0

  async function look(): Promise<void> {
    state.value = await bridge.staffState()
  }
  async function unlock(pin: string): Promise<Output<'unlockStaff'>> {
    const answer = await bridge.unlockStaff({ pin })
    if (answer.ok) wrongPins.value = answer.wrongPins
    await look()
    return answer
  }
  async function beginSetUp(): Promise<void> {
    await bridge.beginSetUp()
    await look()
  }
  async function recover(): Promise<Output<'recoverStaff'>> {
    const answer = await bridge.recoverStaff()
    await look()
    return answer
  }
  async function makeRecoveryFile(): Promise<Output<'makeRecoveryFile'>> {
    const answer = await bridge.makeRecoveryFile()
    await look()
    return answer
  }
  async function setPin(of: StaffRole, pin: string | null): Promise<Output<'setPin'>> {
    const answer = await bridge.setPin({ role: of, pin })
    await look()
    return answer
  }
  async function change(changes: Partial<Settings>): Promise<Output<'writeSettings'>> {
    const answer = await bridge.writeSettings({ changes })
    if (answer.ok) content.useSettings(answer.settings)
    await look()
    return answer
  }
  async function lookForPrinters(): Promise<void> {
    printers.value = await bridge.listPrinters()
  }
  async function lookAtPrinter(): Promise<void> {
    printer.value = null
    printer.value = await bridge.printerState()
  }
  /** Prints a sheet and follows it to its end. */
  async function printTest(request: HandoutRequest): Promise<void> {
    test.value = 'printing'
    const taken = await bridge.printHandout(request)
    test.value = taken.ok ? await bridge.printJobEnd({ jobId: taken.jobId }) : taken
    await lookAtPrinter()
  }
  const counts = shallowRef<Extract<Output<'readCounts'>, { ok: true }>['days'] | null>(null)
  async function lookAtCounts(): Promise<void> {
    const answer = await bridge.readCounts()
    counts.value = answer.ok ? answer.days : null
  }
  const exportCounts = (): Promise<Output<'exportCounts'>> => bridge.exportCounts()
  async function lookForSticks(): Promise<void> {
    sticks.value = null
    sticks.value = await bridge.listSticks()
  }
  const savePdf = (request: HandoutRequest, stick: string): Promise<Output<'saveHandoutPdf'>> =>
    bridge.saveHandoutPdf({ request, stick })
  const quit = (how: 'restart' | 'exit'): Promise<Output<'quitKiosk'>> => bridge.quitKiosk({ how })

  /** Back to what visitors see, in a new page. */
  const leave = (): Promise<void> => bridge.endVisit()
  /** Somebody came by the hidden way in. */
  const call = (): Promise<void> => bridge.callStaff()

  /** Staff have touched something. */
  function sign(): void {
    const now = performance.now()
    if (!role.value || now - lastSign < SIGN_EVERY) return
    lastSign = now
    void bridge.staffIsThere()
  }

  return {
    state,
    role,
    isIn,
    wrongPins,
    printers,
    printer,
    look,
    unlock,
    beginSetUp,
    recover,
    makeRecoveryFile,
    setPin,
    change,
    lookForPrinters,
    lookAtPrinter,
    test,
    printTest,
    counts,
    lookAtCounts,
    exportCounts,
    sticks,
    lookForSticks,
    savePdf,
    quit,
    leave,
    call,
    sign,
  }
})
