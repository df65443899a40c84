/** One rule taken away, and the test that must notice. */
export interface SecurityMutation {
  /** Number in Electron's checklist, or a word for what a kiosk needs beyond it. */
  item: string
  /** What is taken away. */
  rule: string
  edits: { file: string; from: string; to: string }[]
  test: { file: string; name: string }
}

const LOCKED = 'tests/journeys/kiosk-is-locked.spec.ts'
const FORGOTTEN = 'tests/journeys/nothing-is-left.spec.ts'
const SANDBOXED = 'tests/journeys/runs-sandboxed.spec.ts'
const RELEASE = 'tests/electron/release-settings.test.ts'
const SERVE = 'tests/electron/serve.test.ts'

const LOCKDOWN = 'electron/lockdown.ts'
const WINDOW = 'electron/kiosk-window.ts'
const PROTOCOL = 'electron/app-protocol.ts'
const MAIN = 'electron/main.ts'
const END = 'electron/handlers/end-visit.ts'

const LOCK = 'electron/staff-lock.ts'
const LOCK_TEST = 'tests/electron/staff-lock.test.ts'
const HANDLERS_TEST = 'tests/electron/staff-handlers.test.ts'
const RECOVERY = 'electron/recovery-file.ts'
const RECOVERY_TEST = 'tests/electron/recovery-file.test.ts'
const SAVE = 'electron/handlers/save-handout-pdf.ts'
const SAVE_TEST = 'tests/electron/save-handout-pdf.test.ts'
const STAFF_JOURNEY = 'tests/journeys/staff-keep-the-kiosk.spec.ts'

const PREFERENCES = 'the window is made with every lock of the checklist'
const POLICY = 'the policy refuses everything that is not the kiosk’s own'
const ONE_EDIT = (file: string, from: string, to: string): SecurityMutation['edits'] => [
  { file, from, to },
]
const preference = (item: string, from: string, to: string): SecurityMutation => ({
  item,
  rule: from,
  edits: ONE_EDIT(WINDOW, from, to),
  test: { file: LOCKED, name: PREFERENCES },
})
const locked = (
  item: string,
  rule: string,
  edits: SecurityMutation['edits'],
  name: string,
): SecurityMutation => ({ item, rule, edits, test: { file: LOCKED, name } })

const staff = (
  rule: string,
  edits: SecurityMutation['edits'],
  file: string,
  name: string,
): SecurityMutation => ({ item: 'staff', rule, edits, test: { file, name } })

const printing = (rule: string, from: string, to: string, name: string): SecurityMutation => ({
  item: 'printing',
  rule,
  edits: ONE_EDIT('electron/printer/printer.ts', from, to),
  test: { file: 'tests/electron/printer/printer.test.ts', name },
})

const NAVIGATION = {
  file: LOCKDOWN,
  from: "    contents.on('will-navigate', (event) => event.preventDefault())\n",
  to: '',
}
const FRAME_NAVIGATION = {
  file: LOCKDOWN,
  from: "    contents.on('will-frame-navigate', (event) => event.preventDefault())\n",
  to: '',
}
const REQUESTED_PERMISSION = {
  file: LOCKDOWN,
  from: '(_contents, _permission, answer) => answer(false)',
  to: '(_contents, _permission, answer) => answer(true)',
}

/** Each rule once. What stands behind another rule is taken away together with it. */
export const MUTATIONS: readonly SecurityMutation[] = [
  locked(
    '1',
    'requests to foreign addresses are cancelled (page)',
    ONE_EDIT(LOCKDOWN, 'cancel: !isOurs(request.url)', 'cancel: false'),
    'no request reaches a server',
  ),
  locked(
    '1',
    'requests to foreign addresses are cancelled (shell)',
    ONE_EDIT(LOCKDOWN, 'cancel: !isOurs(request.url)', 'cancel: false'),
    'no request of the shell itself reaches a server',
  ),
  locked(
    '1',
    'no name is resolved',
    ONE_EDIT(LOCKDOWN, "'MAP * ~NOTFOUND, EXCLUDE localhost'", "'EXCLUDE localhost'"),
    'nothing finds a name or a proxy',
  ),
  locked(
    '1',
    'no proxy is used',
    ONE_EDIT(LOCKDOWN, "  app.commandLine.appendSwitch('no-proxy-server')\n", ''),
    'nothing finds a name or a proxy',
  ),
  locked(
    '1',
    'WebRTC goes through a proxy or not at all',
    ONE_EDIT(LOCKDOWN, "'disable_non_proxied_udp'", "'default'"),
    'a peer connection sends nothing to a server',
  ),
  preference('2', 'nodeIntegration: false', 'nodeIntegration: true'),
  preference('2', 'nodeIntegrationInSubFrames: false', 'nodeIntegrationInSubFrames: true'),
  locked(
    '3',
    'contextIsolation: true',
    [
      { file: WINDOW, from: 'contextIsolation: true', to: 'contextIsolation: false' },
      {
        file: 'electron/preload.ts',
        from: "contextBridge.exposeInMainWorld('bridge', bridge)",
        to: 'void contextBridge\nObject.assign(globalThis, { bridge })',
      },
    ],
    'the page gets the calls of the contract and nothing else, frozen',
  ),
  preference('4', 'sandbox: true', 'sandbox: false'),
  locked('5', 'permissions: requests', [REQUESTED_PERMISSION], 'every permission is refused'),
  locked(
    '5',
    'permissions: checks',
    ONE_EDIT(
      LOCKDOWN,
      'setPermissionCheckHandler(() => false)',
      'setPermissionCheckHandler(() => true)',
    ),
    'every permission is refused',
  ),
  preference('6', 'webSecurity: true', 'webSecurity: false'),
  locked('7', 'connect-src', ONE_EDIT(PROTOCOL, "connect-src 'self'", 'connect-src *'), POLICY),
  locked('7', 'script-src', ONE_EDIT(PROTOCOL, "script-src 'self'", 'script-src *'), POLICY),
  locked(
    '7',
    'style-src',
    ONE_EDIT(PROTOCOL, "style-src 'self'", "style-src * 'unsafe-inline'"),
    POLICY,
  ),
  locked('7', 'img-src', ONE_EDIT(PROTOCOL, "img-src 'self'", 'img-src * data:'), POLICY),
  locked('7', 'frame-src', ONE_EDIT(PROTOCOL, "frame-src 'none'", 'frame-src *'), POLICY),
  locked('7', 'base-uri', ONE_EDIT(PROTOCOL, "base-uri 'none'", 'base-uri *'), POLICY),
  locked(
    '7',
    'trusted types',
    ONE_EDIT(PROTOCOL, '  "require-trusted-types-for \'script\'",\n', ''),
    'no text becomes code',
  ),
  locked(
    '7',
    'trusted types: the one policy',
    ONE_EDIT(PROTOCOL, "'trusted-types vue'", "'trusted-types *'"),
    'no text becomes code',
  ),
  locked(
    '7',
    'sandbox of the policy (print)',
    ONE_EDIT(PROTOCOL, "  'sandbox allow-scripts allow-same-origin',\n", ''),
    'no system dialog: print, alert, confirm, prompt',
  ),
  preference(
    '8',
    'webSecurity: true,',
    'webSecurity: true,\n        allowRunningInsecureContent: true,',
  ),
  preference('9', 'webSecurity: true,', 'webSecurity: true,\n        experimentalFeatures: true,'),
  preference(
    '10',
    'webSecurity: true,',
    "webSecurity: true,\n        enableBlinkFeatures: 'FileHandling',",
  ),
  locked(
    '10',
    'disableBlinkFeatures',
    ONE_EDIT(WINDOW, 'disableBlinkFeatures:', 'title:'),
    'doors that Chromium has but the kiosk does not need are gone',
  ),
  preference('11', 'webviewTag: false', 'webviewTag: true'),
  locked(
    '12',
    'will-attach-webview',
    ONE_EDIT(
      LOCKDOWN,
      "    contents.on('will-attach-webview', (event) => event.preventDefault())\n",
      '',
    ),
    'no other page can be built into a page',
  ),
  locked(
    '13',
    'will-navigate and will-frame-navigate',
    [NAVIGATION, FRAME_NAVIGATION],
    'the page goes nowhere',
  ),
  locked('13', 'will-frame-navigate', [FRAME_NAVIGATION], 'no frame in the page gets anything'),
  locked(
    '14',
    'setWindowOpenHandler',
    ONE_EDIT(LOCKDOWN, "({ action: 'deny' })", "({ action: 'allow' })"),
    'no second window opens',
  ),
  locked(
    '15',
    'no outside program (navigation, windows and the permission behind them)',
    [NAVIGATION, FRAME_NAVIGATION, REQUESTED_PERMISSION],
    'no mail, telephone or other program is started',
  ),
  locked(
    '17',
    'only the window that visitors see is heard',
    ONE_EDIT('electron/serve.ts', 'isPage(event.sender)', 'isPage !== undefined'),
    'messages from another window, page or program are refused',
  ),
  locked(
    '17',
    'only the kiosk’s own address is heard',
    ONE_EDIT('electron/serve.ts', 'frame.url.startsWith(`${PAGE_ORIGIN}/`)', "PAGE_ORIGIN !== ''"),
    'messages from an address that is not',
  ),
  {
    item: '17',
    rule: 'only the top frame is heard',
    edits: ONE_EDIT('electron/serve.ts', 'frame.parent === null', 'frame.parent !== undefined'),
    test: { file: SERVE, name: 'refuses a frame within the page' },
  },
  {
    item: '17',
    rule: 'a frame that is gone is not heard',
    edits: ONE_EDIT('electron/serve.ts', 'frame !== null', 'frame !== undefined'),
    test: { file: SERVE, name: 'refuses a frame that is gone' },
  },
  {
    item: '17',
    rule: 'input fits the contract',
    edits: ONE_EDIT('electron/serve.ts', '|| !input.success', ''),
    test: { file: SERVE, name: 'where nothing is due' },
  },
  {
    item: '17',
    rule: 'one input, no more',
    edits: ONE_EDIT('electron/serve.ts', 'inputs.length > 1 ||', ''),
    test: { file: SERVE, name: 'where nothing is due' },
  },
  locked(
    '18',
    'files are looked up in a list, paths are not joined',
    ONE_EDIT(
      PROTOCOL,
      'files.get(url.pathname)',
      'files.get(url.pathname) ?? join(pages, decodeURIComponent(url.pathname))',
    ),
    'app:// answers with the kiosk’s own files',
  ),
  locked(
    '18',
    'the host is exact',
    ONE_EDIT(
      PROTOCOL,
      'if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN)',
      'if (PAGE_ORIGIN === undefined)',
    ),
    'app:// of another name does not exist',
  ),
  locked(
    '20',
    'the page gets named calls only',
    ONE_EDIT(
      'electron/preload.ts',
      "exposeInMainWorld('bridge', bridge)",
      "exposeInMainWorld('bridge', { ...bridge, invoke: (name: string) => ipcRenderer.invoke(name) })",
    ),
    'the page gets the calls of the contract and nothing else, frozen',
  ),
  locked(
    'keys',
    'the allow-list of keys',
    ONE_EDIT(LOCKDOWN, 'if (!isAllowedKey(input, extraCodes())) event', 'if (!isAllowedKey) event'),
    'keys: only those of a visitor',
  ),
  locked(
    'keys',
    'no menu',
    ONE_EDIT(MAIN, 'Menu.setApplicationMenu(null)\n', 'void Menu\n'),
    'there is no menu whose keys could act',
  ),
  locked(
    'touch',
    'no pinch',
    [
      { file: LOCKDOWN, from: "  app.commandLine.appendSwitch('disable-pinch')\n", to: '' },
      {
        file: LOCKDOWN,
        from: 'setVisualZoomLevelLimits(1, 1)',
        to: 'setVisualZoomLevelLimits(1, 5)',
      },
    ],
    'neither two fingers nor Ctrl and wheel make the page larger',
  ),
  locked(
    'window',
    'no developer tools',
    ONE_EDIT(WINDOW, 'devTools: windowed && !app.isPackaged', 'devTools: true'),
    'the developer tools cannot be opened',
  ),
  locked(
    'window',
    'no dialogs of the browser',
    ONE_EDIT(WINDOW, 'disableDialogs: true', 'disableDialogs: false'),
    'no dialog of the browser opens',
  ),
  locked(
    'window',
    'no downloads',
    ONE_EDIT(LOCKDOWN, "  session.on('will-download', (event) => event.preventDefault())\n", ''),
    'nothing is downloaded',
  ),
  locked(
    'window',
    'kiosk',
    [
      {
        file: WINDOW,
        from: 'kiosk: true, fullscreen: true',
        to: 'kiosk: false, fullscreen: false',
      },
      { file: WINDOW, from: '    window.setKiosk(true)\n', to: '' },
    ],
    'the window covers the whole screen, above all others',
  ),
  locked(
    'window',
    'above all others',
    ONE_EDIT(WINDOW, "      next.setAlwaysOnTop(true, 'screen-saver')\n", ''),
    'the window covers the whole screen, above all others',
  ),
  locked(
    'window',
    'it does not close',
    ONE_EDIT(WINDOW, "      next.on('close', (event) => event.preventDefault())\n", ''),
    'the window neither closes nor leaves the whole screen',
  ),
  locked(
    'window',
    'it comes back to the whole screen',
    ONE_EDIT(WINDOW, "      next.on('leave-full-screen', () => setImmediate(fillScreen))\n", ''),
    'the window neither closes nor leaves the whole screen',
  ),
  locked(
    'window',
    'a closed window is replaced',
    ONE_EDIT(
      WINDOW,
      'else setImmediate(() => void show(PAGE_URL))',
      'else setImmediate(() => undefined)',
    ),
    'a page that closes its own window is followed by a new one',
  ),
  locked(
    'window',
    'one instance',
    ONE_EDIT(
      MAIN,
      'if (app.requestSingleInstanceLock()) void run()',
      'if (app.isReady || app.requestSingleInstanceLock()) void run()',
    ),
    'a second start ends by itself',
  ),
  locked(
    'window',
    'the screen stays on',
    ONE_EDIT(
      MAIN,
      "  powerSaveBlocker.start('prevent-display-sleep')\n",
      '  void powerSaveBlocker\n',
    ),
    'the screen stays on',
  ),
  locked(
    'window',
    'a system that asks is obeyed',
    ONE_EDIT(MAIN, '  endOnSystemSignals()\n', ''),
    'the system can end it',
  ),
  locked(
    'window',
    'a program that exits opens no new window',
    ONE_EDIT(WINDOW, 'else setImmediate(() => void show(PAGE_URL))', 'else void show(PAGE_URL)'),
    'it can end itself',
  ),
  locked(
    'forgetting',
    'in memory only',
    ONE_EDIT('electron/page.ts', "PAGE_PARTITION = 'kiosk'", "PAGE_PARTITION = 'persist:kiosk'"),
    'the page lives in memory only',
  ),
  {
    item: 'forgetting',
    rule: 'storage is cleared',
    edits: ONE_EDIT(END, '      session.clearStorageData(),\n', ''),
    test: { file: FORGOTTEN, name: 'ends by "They called me"' },
  },
  {
    item: 'forgetting',
    rule: 'both clipboards are cleared',
    edits: ONE_EDIT(END, '    clearClipboards()\n', ''),
    test: { file: FORGOTTEN, name: 'ends by "They called me"' },
  },
  {
    item: 'forgetting',
    rule: 'what was merely selected is cleared',
    edits: [
      { file: END, from: '  if (moved) moved.clear()\n', to: '  if (moved) return\n' },
      {
        file: END,
        from: "  else (clipboard.clear as (type: string) => unknown)('selection')\n",
        to: '',
      },
    ],
    test: { file: FORGOTTEN, name: 'ends by "They called me"' },
  },
  {
    item: 'forgetting',
    rule: 'the process of the page ends',
    edits: ONE_EDIT(
      WINDOW,
      '    for (const other of opened) if (other !== next) other.destroy()\n',
      '    for (const other of opened) if (other !== next) other.hide()\n',
    ),
    test: { file: FORGOTTEN, name: 'ends by "They called me"' },
  },
  {
    item: '15',
    rule: 'nothing hands an address to another program',
    edits: ONE_EDIT(
      'electron/page.ts',
      'export const PAGE_ORIGIN',
      "export { shell } from 'electron'\nexport const PAGE_ORIGIN",
    ),
    test: { file: RELEASE, name: 'never hands an address to another program' },
  },
  {
    item: '16',
    rule: 'an Electron that gets fixes',
    edits: ONE_EDIT('package.json', '"electron": "45.', '"electron": "41.'),
    test: { file: RELEASE, name: 'stands on one exact Electron' },
  },
  ...(
    [
      ['RunAsNode', false],
      ['EnableNodeOptionsEnvironmentVariable', false],
      ['EnableNodeCliInspectArguments', false],
      ['EnableEmbeddedAsarIntegrityValidation', true],
      ['OnlyLoadAppFromAsar', true],
      ['GrantFileProtocolExtraPrivileges', false],
    ] as const
  ).map(([fuse, isOn]): SecurityMutation => ({
    item: '19',
    rule: `fuse ${fuse}`,
    edits: ONE_EDIT(
      'scripts/packing/fuses.ts',
      `[FuseV1Options.${fuse}]: ${isOn}`,
      `[FuseV1Options.${fuse}]: ${!isOn}`,
    ),
    test: { file: RELEASE, name: 'has no way left into Node' },
  })),
  {
    item: 'debugging',
    rule: 'debugging switches are dropped in a packed app',
    edits: ONE_EDIT(LOCKDOWN, 'if (app.isPackaged) for', 'if (!app.isPackaged) for'),
    test: { file: SANDBOXED, name: 'a packed kiosk cannot be debugged' },
  },
  staff(
    'a wrong PIN is counted before it is checked',
    ONE_EDIT(
      LOCK,
      'const written = files.write(counted)',
      'const written = { ok: true } as Written',
    ),
    LOCK_TEST,
    'are counted on the disk before the PIN is checked',
  ),
  staff(
    'whoever must wait is not heard',
    ONE_EDIT(LOCK, 'if (waitMs() > 0) return', 'if (waitMs() < 0) return'),
    LOCK_TEST,
    'make even the right PIN wait',
  ),
  staff(
    'what is left of a wait survives a power cut',
    ONE_EDIT(LOCK, 'now() + (record()?.waitMs ?? 0)', 'now() + (record() ? 0 : 0)'),
    LOCK_TEST,
    'make even the right PIN wait',
  ),
  staff(
    'PINs are checked one at a time',
    ONE_EDIT(LOCK, '      isChecking = true\n', ''),
    LOCK_TEST,
    'is checked one at a time',
  ),
  staff(
    'a hundred wrong PINs shut it',
    ONE_EDIT(
      'core/staff/lock-out.ts',
      'WRONG_PINS_UNTIL_OFF = 100',
      'WRONG_PINS_UNTIL_OFF = 1_000_000',
    ),
    LOCK_TEST,
    '100 of them shut staff mode',
  ),
  staff(
    'a broken PIN file is not "no PIN"',
    ONE_EDIT(
      LOCK,
      "    if (found === 'broken') return 'shut'\n    if (found)",
      "    if (found && found !== 'broken')",
    ),
    LOCK_TEST,
    'never means "no PIN"',
  ),
  staff(
    'a set-up needs permission',
    ONE_EDIT(LOCK, "files.isSetUpAllowed() ? 'set-up' : 'shut'", "'set-up'"),
    LOCK_TEST,
    'staff mode is shut, and opens for nothing',
  ),
  staff(
    'a permission is used up',
    ONE_EDIT(LOCK, '        files.useUpPermission()\n', ''),
    LOCK_TEST,
    'a set-up that was allowed ends with the PIN of the owner',
  ),
  staff(
    'a PIN opens the window in which it was given, and no other',
    ONE_EDIT(LOCK, "    if (window !== opening) return { ok: false, reason: 'busy' }\n", ''),
    LOCK_TEST,
    'that was given in one window opens no other',
  ),
  staff(
    'it locks by itself',
    ONE_EDIT(LOCK, '    }, lockAfterMs())', '    }, lockAfterMs() * 100)'),
    LOCK_TEST,
    'locks by itself when nobody is there',
  ),
  staff(
    'the PIN file is for the kiosk’s account alone',
    ONE_EDIT(
      'electron/staff-file.ts',
      'const written = writeWhole(file, text, 0o600)',
      'const written = writeWhole(file, text, 0o644)',
    ),
    LOCK_TEST,
    'is kept as a hash that only',
  ),
  staff(
    'a new window starts closed',
    ONE_EDIT(MAIN, '  kiosk.onNewPage(lock.close)\n', ''),
    STAFF_JOURNEY,
    'staff mode ends with its window',
  ),
  staff(
    'settings are written by staff alone',
    ONE_EDIT(
      'electron/handlers/write-settings.ts',
      "    if (!role) return { ok: false, reason: 'locked' }\n",
      '',
    ),
    HANDLERS_TEST,
    'refuses everything while staff mode is closed',
  ),
  staff(
    'some settings are the owner’s',
    ONE_EDIT(
      'electron/handlers/write-settings.ts',
      "if (isOwners && role === 'clinician')",
      "if (isOwners && role === 'set-up')",
    ),
    HANDLERS_TEST,
    'lets the owner change',
  ),
  staff(
    'PINs are set by the owner alone',
    ONE_EDIT('electron/handlers/set-pin.ts', "by !== 'owner' &&", '!by &&'),
    HANDLERS_TEST,
    'by clinician for owner',
  ),
  staff(
    'a PIN that is easy to guess is refused',
    ONE_EDIT('electron/handlers/set-pin.ts', 'if (fault) return', 'if (fault && !pin) return'),
    HANDLERS_TEST,
    'refuses what is easy to guess',
  ),
  staff(
    'the owner alone ends the program',
    ONE_EDIT('electron/handlers/quit-kiosk.ts', "lock.role() !== 'owner'", '!lock.role()'),
    HANDLERS_TEST,
    'by clinician to exit',
  ),
  staff(
    'the owner alone makes a recovery stick',
    ONE_EDIT(
      'electron/handlers/recover-staff.ts',
      "lock.role() !== 'owner'",
      "lock.role() === 'set-up'",
    ),
    HANDLERS_TEST,
    'is prepared by the owner alone',
  ),
  staff(
    'a recovery needs the secret',
    ONE_EDIT(
      RECOVERY,
      '          if (!timingSafeEqual(hashOf(startOf(path)), hash)) continue\n',
      '          if (!timingSafeEqual(hashOf(startOf(path)), hash)) void 0\n',
    ),
    RECOVERY_TEST,
    'a newly made one takes the place of the old one',
  ),
  staff(
    'a recovery counts once',
    ONE_EDIT(RECOVERY, 'const renewed = make(stick)', 'const renewed = { ok: true } as Written'),
    RECOVERY_TEST,
    'counts once',
  ),
  staff(
    'a handout is saved by staff alone',
    ONE_EDIT(SAVE, "    if (!lock.isStaffOpen()) return { ok: false, reason: 'locked' }\n", ''),
    SAVE_TEST,
    'is for staff alone',
  ),
  staff(
    'the sticks are named to staff alone',
    ONE_EDIT(
      SAVE,
      'lock.isStaffOpen() ? sticks().map(nameOfStick) : []',
      'sticks().map(nameOfStick)',
    ),
    SAVE_TEST,
    'is for staff alone',
  ),
  staff(
    'a handout is saved on a stick alone',
    ONE_EDIT(
      SAVE,
      'sticks().find((path) => nameOfStick(path) === stick)',
      'join(sticks()[0] ?? "", stick)',
    ),
    SAVE_TEST,
    'knows no stick by the name',
  ),
  staff(
    'a saved handout takes the place of no other file',
    ONE_EDIT(
      SAVE,
      'if (!existsSync(join(folder, name))) return name',
      'void existsSync\n    return name',
    ),
    SAVE_TEST,
    'under the next number',
  ),
  staff(
    'a saved handout is not left in memory',
    ONE_EDIT(SAVE, 'pdf.fill(0)', 'void pdf'),
    SAVE_TEST,
    'keeps none of them',
  ),
  staff(
    'the printers are named to staff alone',
    ONE_EDIT(
      'electron/handlers/list-printers.ts',
      'lock.role() ? printer.list() : []',
      'printer.list()',
    ),
    HANDLERS_TEST,
    'names the printers to staff alone',
  ),
  printing(
    'a visitor’s end counts for what is under way',
    'for (const job of open) job.visitEnded ??= now()',
    'void open',
    'a job under way is taken back after a minute',
  ),
  printing(
    'what waits goes with its visit at once',
    'const isForNobody = job.visitEnded !== null && obstacle !== null',
    'const isForNobody = false',
    'a job that waits for something is taken back at once',
  ),
  printing(
    'the next visitor knows no job of the last one',
    '      ofVisit = new Map()\n',
    '',
    'the next page cannot ask for jobs of the last one',
  ),
  printing(
    'nothing is begun for who is gone',
    "      if (visit !== ofVisit) throw new PrintFailure('cancelled')\n",
    '',
    'when the visit ends while the sheet is made',
  ),
  printing(
    'a sheet is not left in memory',
    '.finally(() => pdf.fill(0))',
    '.finally(() => undefined)',
    'leaves nothing of a sheet in memory',
  ),
  printing(
    'a job is taken back also from a service that was away',
    '    void insistOnCancelling(job, systemId)\n',
    '    void insistOnCancelling\n',
    'is taken back from a service that is away',
  ),
  printing(
    'the print service is told to forget until it has',
    '    if (!isForgotten) {',
    '    if (!isForgotten && !system) {',
    'that the system keeps for a while is forgotten',
  ),
  printing(
    'the end of the program takes back what waits',
    'for (const job of open) job.isCancelled = true',
    'void open',
    'takes back everything when the program ends',
  ),
]
