import type { App } from 'electron'
import { createHash } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { cupsSystem } from './cups/cups-system'
import { cupsServer } from './cups/ipp-client'
import { createPrinter, takeBackLeftovers, type Printer, type PrintSettings } from './printer'

/** The printer of this system. What an earlier run left waiting is taken back in the background. */
export function openPrinter(app: Pick<App, 'getPath'>, settings: () => PrintSettings): Printer {
  const system = cupsSystem({
    server: () => cupsServer(process.env),
    user: userInfo().username,
    kiosk: nameOfKiosk(app.getPath('userData')),
  })
  void takeBackLeftovers(system, wait)
  return createPrinter({ system, settings, now: () => performance.now(), wait })
}

/** Tells kiosks of one user apart, on this machine and on others; the same after each start. */
function nameOfKiosk(folder: string): string {
  return createHash('sha256').update(`${hostname()}\n${folder}`).digest('hex').slice(0, 16)
}
