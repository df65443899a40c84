import type { Bridge, MessageName, Output } from '../../core/contract'
import { offeredLanguages } from '../../core/language/offered-languages'
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'

type Content = Extract<Output<'loadContent'>, { ok: true }>

/** A bridge for unit tests, checked against the same contract as the real one; staff mode is open. */
export function fakeBridge(content: Omit<Content, 'languages'>): Bridge & { calls: string[] } {
  const languages = offeredLanguages(content.bundle, content.settings.languages).map(
    ({ language, screens }) => ({ ...language, invitation: screens.attract.lines }),
  )
  const calls: string[] = []
  const answer =
    <Name extends MessageName>(name: Name, output: Output<Name>): (() => Promise<Output<Name>>) =>
    () => {
      calls.push(name)
      return Promise.resolve(output)
    }
  return {
    calls,
    loadContent: answer('loadContent', { ...content, languages }),
    loadWords: ({ tag }) => {
      calls.push('loadWords')
      return Promise.resolve(content.bundle.words[tag] ?? null)
    },
    endVisit: answer('endVisit', undefined),
    printHandout: answer('printHandout', { ok: true, jobId: 1 }),
    printDeskSlip: answer('printDeskSlip', { ok: true, jobId: 2 }),
    printJobEnd: answer('printJobEnd', { ok: true }),
    cancelPrint: answer('cancelPrint', { ok: false, reason: 'cancelled' }),
    printerState: answer('printerState', { printer: 'Printer', fault: null, isCertain: true }),
    listPrinters: answer('listPrinters', [
      { name: 'Printer', description: 'Printer', isDefault: true },
    ]),
    prepareHandout: answer('prepareHandout', undefined),
    heartbeat: answer('heartbeat', undefined),
    setSpeechVolume: answer('setSpeechVolume', undefined),
    callStaff: answer('callStaff', undefined),
    staffState: answer('staffState', {
      mode: 'pin',
      waitSeconds: 0,
      role: 'owner',
      hasClinicianPin: true,
      notes: [],
      languages: [{ tag: 'en', name: 'English' }],
      systemCountry: '',
    }),
    unlockStaff: answer('unlockStaff', { ok: true, role: 'owner', wrongPins: 0 }),
    beginSetUp: answer('beginSetUp', false),
    recoverStaff: answer('recoverStaff', { ok: false, reason: 'not-found' }),
    makeRecoveryFile: answer('makeRecoveryFile', { ok: false, reason: 'no-stick' }),
    staffIsThere: answer('staffIsThere', undefined),
    setPin: answer('setPin', { ok: true }),
    writeSettings: answer('writeSettings', { ok: true, settings: DEFAULT_SETTINGS }),
    count: answer('count', undefined),
    readCounts: answer('readCounts', { ok: true, days: {} }),
    exportCounts: answer('exportCounts', { ok: false, reason: 'no-stick' }),
    listSticks: answer('listSticks', ['KEYS']),
    saveHandoutPdf: answer('saveHandoutPdf', { ok: true, file: 'handout-1.pdf' }),
    quitKiosk: answer('quitKiosk', { ok: true }),
  }
}
