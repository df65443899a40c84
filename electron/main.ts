import { app, ipcMain, Menu, powerSaveBlocker, session } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol'
import { readArguments } from './arguments'
import { loadPack } from './load-pack'
import { exitOnFatalErrors } from './fatal-errors'
import { cancelPrint } from './handlers/cancel-print'
import { endVisit } from './handlers/end-visit'
import { listPrinters } from './handlers/list-printers'
import { loadContent } from './handlers/load-content'
import { printJobEnd } from './handlers/print-job-end'
import { printerState } from './handlers/printer-state'
import { createKioskWindow } from './kiosk-window'
import { closeCommandLineDoors, lockContents, lockSession } from './lockdown'
import { PAGE_PARTITION } from './page'
import { watchPage } from './page-watch'
import { openPrinter } from './printer/open-printer'
import { clearSessionScratch, useScratchFolders } from './scratch-folders'
import { serve } from './serve'
import { readSettings } from './settings-file'
import { endOnSystemSignals } from './system-signals'

exitOnFatalErrors()
const options = readArguments(process.argv, app)
closeCommandLineDoors(app)
useScratchFolders(app)
registerAppScheme()
Menu.setApplicationMenu(null)

// A second start leaves the running kiosk alone and ends; its arguments are ignored.
if (app.requestSingleInstanceLock()) void run()
else app.exit(0)

async function run(): Promise<void> {
  clearSessionScratch()
  const settings = await readSettings(options.settingsFile)
  const pack = loadPack(options.contentFolder)
  await app.whenReady()

  const pageSession = session.fromPartition(PAGE_PARTITION, { cache: false })
  lockSession(pageSession)
  lockSession(session.defaultSession)
  lockContents(app, { kiosk: !options.windowed })
  await serveApp(pageSession, options.contentFolder)

  const kiosk = createKioskWindow({ windowed: options.windowed })
  app.on('second-instance', () => kiosk.focus())
  const printer = openPrinter(app, () => settings)
  endOnSystemSignals(printer.takeBackAll)
  const watch = watchPage(() => kiosk.current().webContents.forcefullyCrashRenderer())
  serve({
    ipc: ipcMain,
    isPage: (contents) => kiosk.current().webContents === contents,
    handlers: {
      loadContent: loadContent(pack, settings),
      endVisit: endVisit(pageSession, kiosk),
      printJobEnd: printJobEnd(printer),
      cancelPrint: cancelPrint(printer),
      printerState: printerState(printer),
      listPrinters: listPrinters(printer),
      heartbeat: watch.beat,
    },
  })
  kiosk.onNewPage(watch.reset)
  // However a visit ends, a new page follows it.
  kiosk.onNewPage(printer.endVisit)
  powerSaveBlocker.start('prevent-display-sleep')
  await kiosk.open()
}
