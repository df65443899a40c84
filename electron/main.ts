import { app, ipcMain, Menu, powerSaveBlocker, session } from 'electron'
import { dirname, join } from 'node:path'
import { extraCodes } from '../core/access/keypads'
import { registerAppScheme, serveApp } from './app-protocol'
import { readArguments } from './arguments'
import { loadPack } from './load-pack'
import { exitOnFatalErrors } from './fatal-errors'
import { cancelPrint } from './handlers/cancel-print'
import { count } from './handlers/count'
import { endVisit } from './handlers/end-visit'
import { listPrinters } from './handlers/list-printers'
import { loadContent } from './handlers/load-content'
import { loadWords } from './handlers/load-words'
import { printDeskSlip } from './handlers/print-desk-slip'
import { printHandout } from './handlers/print-handout'
import { printJobEnd } from './handlers/print-job-end'
import { printerState } from './handlers/printer-state'
import { quitKiosk } from './handlers/quit-kiosk'
import { exportCounts, readCounts } from './handlers/read-counts'
import { makeRecoveryFile, recoverStaff } from './handlers/recover-staff'
import { listSticks, saveHandoutPdf } from './handlers/save-handout-pdf'
import { setSpeechVolume } from './handlers/set-speech-volume'
import { setPin } from './handlers/set-pin'
import { staffState } from './handlers/staff-state'
import { writeSettings } from './handlers/write-settings'
import { prepareHandout } from './handlers/prepare-handout'
import { createKioskWindow } from './kiosk-window'
import { closeCommandLineDoors, lockContents, lockSession } from './lockdown'
import { clinicOnPaper } from './clinic-on-paper'
import { PAGE_PARTITION } from './page'
import { watchPage } from './page-watch'
import { openPrinter } from './printer/open-printer'
import { recoveryBeside } from './recovery-file'
import { createPrintWindow } from './print-window'
import { clearSessionScratch, useScratchFolders } from './scratch-folders'
import { serve } from './serve'
import { openSettings } from './settings-file'
import { allowSetUp, staffFilesBeside } from './staff-file'
import { createStaffLock } from './staff-lock'
import { emptySpeechLogs } from './speech-logs'
import { stickFolders } from './sticks'
import { endAfter, endOnSystemSignals } from './system-signals'
import { openCounts } from './usage-counts'
import { writeWhole } from './whole-file'

exitOnFatalErrors()
const options = readArguments(process.argv, app)
closeCommandLineDoors(app)
useScratchFolders(app)
registerAppScheme()
Menu.setApplicationMenu(null)

// For those who have the account of the operating system; it may be asked while the kiosk runs.
if (options.resetPin) app.exit(allowSetUp(options.settingsFile).ok ? 0 : 1)
// A second start leaves the running kiosk alone and ends; its arguments are ignored.
else if (app.requestSingleInstanceLock()) void run()
else app.exit(0)

async function run(): Promise<void> {
  clearSessionScratch()
  const settings = openSettings(options.settingsFile)
  const pack = loadPack(options.contentFolder, {
    folder: join(app.getAppPath(), 'content'),
    compiledFile: join(app.getAppPath(), 'out', 'main', 'content.json'),
  })
  await app.whenReady()

  const pageSession = session.fromPartition(PAGE_PARTITION, { cache: false })
  lockSession(pageSession)
  lockSession(session.defaultSession)
  lockContents(app, {
    kiosk: !options.windowed,
    extraCodes: () => extraCodes(settings.current()),
  })
  await serveApp(pageSession, options.contentFolder)

  const kiosk = createKioskWindow({ windowed: options.windowed })
  app.on('second-instance', () => kiosk.focus())
  const printer = openPrinter(app, settings.current)
  endOnSystemSignals(printer.takeBackAll)
  const print = createPrintWindow(pack, () => clinicOnPaper(settings.current()))
  const watch = watchPage(() => kiosk.current().webContents.forcefullyCrashRenderer())
  const end = endVisit(pageSession, kiosk, print)
  const lock = createStaffLock({
    files: staffFilesBeside(options.settingsFile),
    now: () => performance.now(),
    lockAfterMs: () => settings.current().staffLockSeconds * 1000,
    onExpire: () => void end(),
  })
  const recovery = recoveryBeside(options.settingsFile)
  const clock = (): Date => new Date()
  const counts = openCounts(join(dirname(options.settingsFile), 'counts.json'), {
    isOn: () => settings.current().countUse,
    now: clock,
  })
  const sticks = (): string[] => stickFolders(options.sticksFolder)
  // Who just installed the kiosk meets the set-up; from then on it lies behind the way in.
  let opening: 'attract' | 'staff' | 'set-up' = lock.mode() === 'set-up' ? 'set-up' : 'attract'
  kiosk.onNewPage(watch.reset)
  kiosk.onNewPage(lock.close)
  kiosk.onNewPage(printer.endVisit)
  kiosk.onNewPage(counts.write)
  kiosk.onNewPage(() => emptySpeechLogs(process.env['XDG_RUNTIME_DIR']))
  serve({
    ipc: ipcMain,
    isPage: (contents) => kiosk.current().webContents === contents,
    handlers: {
      loadContent: loadContent(pack, settings, () => {
        const given = opening
        opening = 'attract'
        return given
      }),
      loadWords: loadWords(pack),
      endVisit: end,
      printHandout: printHandout(print, printer),
      printDeskSlip: printDeskSlip(print, printer, () => settings.current().paper),
      printJobEnd: printJobEnd(printer),
      cancelPrint: cancelPrint(printer),
      printerState: printerState(printer),
      listPrinters: listPrinters(lock, printer),
      prepareHandout: prepareHandout(print),
      heartbeat: watch.beat,
      setSpeechVolume: setSpeechVolume(process.platform, process.env['XDG_RUNTIME_DIR']),
      callStaff: async () => {
        opening = 'staff'
        await end()
      },
      staffState: staffState(lock, settings, recovery, pack, () => app.getLocaleCountryCode()),
      unlockStaff: ({ pin }) => lock.unlock(pin),
      beginSetUp: lock.beginSetUp,
      recoverStaff: recoverStaff(lock, recovery, sticks),
      makeRecoveryFile: makeRecoveryFile(lock, recovery, sticks),
      staffIsThere: lock.keepOpen,
      setPin: setPin(lock, settings),
      writeSettings: writeSettings(lock, settings),
      count: count(counts, pack),
      readCounts: readCounts(lock, counts),
      exportCounts: exportCounts(lock, counts, sticks, clock),
      listSticks: listSticks(lock, sticks),
      saveHandoutPdf: saveHandoutPdf(lock, print, sticks, writeWhole),
      quitKiosk: quitKiosk(app, lock, () => endAfter(printer.takeBackAll, () => app.exit(0))),
    },
  })
  powerSaveBlocker.start('prevent-display-sleep')
  await kiosk.open()
}
