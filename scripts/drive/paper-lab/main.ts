import { app, session } from 'electron'
import { registerAppScheme, serveApp } from '../../../electron/app-protocol'
import { readArguments } from '../../../electron/arguments'
import { clinicOnPaper } from '../../../electron/clinic-on-paper'
import { loadPack } from '../../../electron/load-pack'
import { closeCommandLineDoors, lockContents, lockSession } from '../../../electron/lockdown'
import { PAGE_PARTITION } from '../../../electron/page'
import { createPrintWindow } from '../../../electron/print-window'
import { openSettings } from '../../../electron/settings-file'

/*
 * A program of its own around the real print window, for whoever wants sheets without a kiosk: the
 * tests that read PDFs back, the tour, and the bench. It is no part of the product.
 */
const options = readArguments(process.argv, app)
closeCommandLineDoors(app)
registerAppScheme()
app.on('window-all-closed', () => undefined)
lockContents(app, { kiosk: true })

void run()

async function run(): Promise<void> {
  await app.whenReady()
  const pageSession = session.fromPartition(PAGE_PARTITION, { cache: false })
  lockSession(pageSession)
  await serveApp(pageSession, options.contentFolder)
  const settings = openSettings(options.settingsFile)
  const print = createPrintWindow(loadPack(options.contentFolder), () =>
    clinicOnPaper(settings.current()),
  )
  Object.assign(globalThis, { printWindow: print })
  // A first sheet, so that its window is there.
  void print.slip('a4')
}
