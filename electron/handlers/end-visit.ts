import { clipboard, type Session } from 'electron'
import type { Handlers } from '../../core/contract'
import type { KioskWindow } from '../kiosk-window'
import type { PrintWindow } from '../print-window'

/**
 * Ends a visit whole: what the session holds, what was copied, and the page's own memory, which
 * goes with its process when a new window takes the place of the old one. The window of the paper
 * ends as well, when the sheet that it may still be making is done.
 */
export const endVisit =
  (session: Session, kiosk: KioskWindow, print: Pick<PrintWindow, 'close'>): Handlers['endVisit'] =>
  async () => {
    clearClipboards()
    void print.close()
    // Not clearData(): it passes over the storage of every scheme but the web's own.
    await Promise.all([
      session.clearStorageData(),
      session.clearCache(),
      session.clearCodeCaches({ urls: [] }),
    ])
    await kiosk.renew()
  }

/**
 * Clears what Ctrl+C and what a mere selection of text left (X11 pastes the latter by the middle
 * button). Electron 44 moved the second one to an object of its own and ignores the old argument.
 */
function clearClipboards(): void {
  clipboard.clear()
  const moved = (clipboard as { selection?: { clear: () => unknown } }).selection
  if (moved) moved.clear()
  else (clipboard.clear as (type: string) => unknown)('selection')
}
