import type { App, Session } from 'electron'
import { isAllowedKey } from './allowed-keys'
import { isOurs } from './own-addresses'

/** Switches of Chromium that would open the kiosk to whoever can start it. */
const DOORS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'utility-cmd-prefix',
  'proxy-server',
  'log-net-log',
]

/**
 * Sets Chromium's switches before `ready`: nothing is resolved, nothing pinches, no debugging port
 * in a packed app (no fuse covers that one). Playwright drives the unpacked app through it.
 */
export function closeCommandLineDoors(app: App): void {
  if (app.isPackaged) for (const door of DOORS) app.commandLine.removeSwitch(door)
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost')
  app.commandLine.appendSwitch('disable-pinch')
  app.commandLine.appendSwitch('disable-http-cache')
  app.commandLine.appendSwitch('disable-gpu-shader-disk-cache')
  // Neither asks the network for a proxy nor uses one.
  app.commandLine.appendSwitch('no-proxy-server')
  // Chromium speaks on Linux only through Speech Dispatcher, a service of the same machine.
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher')
  // As root the sandbox cannot work, and forcing it makes every child process die in a loop.
  if (process.getuid?.() !== 0) app.enableSandbox()
}

/** Refuses every permission, device, download and request that leaves the app's own addresses. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isOurs(request.url) }))
}

/** Locks each page as it is made: where it may go, what it may open, which keys it hears. */
export function lockContents(
  app: App,
  {
    kiosk,
    extraCodes = () => new Set(),
  }: { kiosk: boolean; extraCodes?: () => ReadonlySet<string> },
): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('dom-ready', () => void contents.setVisualZoomLevelLimits(1, 1))
    if (!kiosk) return
    contents.on('before-input-event', (event, input) => {
      if (!isAllowedKey(input, extraCodes())) event.preventDefault()
    })
  })
}
