import { expect, test, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract } from '../../core/contract'
import { hangDoorbell, type Doorbell } from '../../scripts/drive/doorbell'
import { openKiosk, type Kiosk } from '../../scripts/drive/kiosk'

// In one worker, since most of it looks at one kiosk that is opened once.
test.describe.configure({ timeout: 20_000, mode: 'default' })

let kiosk: Kiosk
let bell: Doorbell
test.beforeAll(async () => {
  bell = await hangDoorbell()
})
test.afterAll(async () => bell.close())

/** What a page tried, as Electron told it after the kiosk's own rules had spoken. */
interface Attempt {
  event: string
  url: string
  isRefused: boolean
}

/** Listens behind the kiosk's own listeners, so that `defaultPrevented` is their answer. */
const takeNotes = (app: Kiosk['app']): Promise<void> =>
  app.evaluate(({ app: electron, session, webContents }) => {
    const attempts: Attempt[] = []
    Object.assign(globalThis, { attempts })
    const watch = (contents: Electron.WebContents): void => {
      contents.on('will-navigate', ({ url, defaultPrevented }) =>
        attempts.push({ event: 'will-navigate', url, isRefused: defaultPrevented }),
      )
      contents.on('will-frame-navigate', ({ url, defaultPrevented }) =>
        attempts.push({ event: 'will-frame-navigate', url, isRefused: defaultPrevented }),
      )
      contents.on('before-input-event', (event, { key }) =>
        attempts.push({ event: 'key', url: key, isRefused: event.defaultPrevented }),
      )
    }
    for (const contents of webContents.getAllWebContents()) watch(contents)
    electron.on('web-contents-created', (_event, contents) => watch(contents))
    const page = session.fromPartition('kiosk')
    page.on('will-download', (event, item) =>
      attempts.push({ event: 'download', url: item.getURL(), isRefused: event.defaultPrevented }),
    )
    page.webRequest.onErrorOccurred(({ url, error }) =>
      attempts.push({ event: 'request', url, isRefused: error === 'net::ERR_BLOCKED_BY_CLIENT' }),
    )
  })

const attempts = (): Promise<Attempt[]> =>
  kiosk.app.evaluate(() => Reflect.get(globalThis, 'attempts') as Attempt[])

/** Ticks off the page, so that a test can see whether it is still the same one. */
async function markPage(page: Page): Promise<() => Promise<boolean>> {
  const mark = crypto.randomUUID()
  await page.evaluate((value) => void Object.assign(window, { mark: value }), mark)
  // A page that is gone is another one, too.
  return () =>
    page.evaluate((value) => Reflect.get(window, 'mark') === value, mark).catch(() => false)
}

/** How a program ended; the longest wait is far longer than an end ever takes. */
async function exitCode(program: ChildProcess): Promise<number | string | null> {
  try {
    const signal = AbortSignal.timeout(5_000)
    const [code] = (await once(program, 'exit', { signal })) as [number | null]
    return code
  } catch {
    program.kill('SIGKILL')
    return 'it goes on'
  }
}

const windowCount = (): Promise<number> =>
  kiosk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

/** Every way in which a page can ask the network for something, by the name in its address. */
function knock(host: string): string[] {
  const at = (name: string): string => `http://${host}/${name}`
  const put = (tag: string, properties: Record<string, string>): void => {
    document.body.append(Object.assign(document.createElement(tag), properties))
  }
  const ways: Record<string, (url: string) => unknown> = {
    fetch: (url) => fetch(url).catch(() => undefined),
    'fetch-no-cors': (url) => fetch(url, { mode: 'no-cors' }).catch(() => undefined),
    keepalive: (url) => fetch(url, { keepalive: true, method: 'POST' }).catch(() => undefined),
    xhr: (url) => {
      const request = new XMLHttpRequest()
      request.open('GET', url)
      request.send()
    },
    picture: (url) => put('img', { src: url }),
    script: (url) => import(/* @vite-ignore */ url).catch(() => undefined),
    stylesheet: (url) => put('link', { rel: 'stylesheet', href: url }),
    prefetch: (url) => put('link', { rel: 'prefetch', href: url }),
    sound: (url) => put('audio', { src: url, preload: 'auto' }),
    film: (url) => put('video', { poster: url }),
    font: (url) => new FontFace('other', `url(${url})`).load().catch(() => undefined),
    frame: (url) => put('iframe', { src: url }),
    plugin: (url) => put('object', { data: url, type: 'image/png' }),
    'event-source': (url) => new EventSource(url),
    beacon: (url) => navigator.sendBeacon(url, 'x'),
    socket: (url) => new WebSocket(url.replace('http', 'ws')),
  }
  for (const [name, way] of Object.entries(ways)) {
    try {
      way(at(name))
    } catch {
      // Refused before it was asked for, which is as good.
    }
  }
  put('link', { rel: 'preconnect', href: at('preconnect') })
  put('link', { rel: 'dns-prefetch', href: at('dns') })
  return Object.keys(ways)
}

test.describe('as it is shipped', () => {
  test.beforeAll(async () => {
    kiosk = await openKiosk({ env: { http_proxy: `http://${bell.host}` } })
    await takeNotes(kiosk.app)
  })
  test.afterAll(async () => kiosk.close())

  test('no Node: a page knows neither require nor process', async () => {
    const known = await kiosk
      .page()
      .evaluate(() =>
        [
          'require',
          'module',
          'process',
          'Buffer',
          'global',
          '__dirname',
          'electron',
          'ipcRenderer',
        ].filter((name) => name in globalThis),
      )
    expect(known).toEqual([])
  })

  test('the window is made with every lock of the checklist', async () => {
    const preferences = await kiosk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => object
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      disableDialogs: true,
    })
  })

  test('the page gets the calls of the contract and nothing else, frozen', async () => {
    const bridge = await kiosk.page().evaluate(() => ({
      keys: Object.keys(window.bridge ?? {}).sort(),
      kinds: Object.values(window.bridge ?? {}).map((value) => typeof value),
      isFrozen: Object.isFrozen(window.bridge),
      canBeReplaced: Reflect.set(window, 'bridge', {}),
    }))
    expect(bridge).toEqual({
      keys: Object.keys(contract).sort(),
      kinds: Object.keys(contract).map(() => 'function'),
      isFrozen: true,
      canBeReplaced: false,
    })
  })

  test('what the page does to its prototypes does not reach the shell', async () => {
    const seen = await kiosk.page().evaluate(async () => {
      const caught: string[] = []
      const real = Function.prototype.call
      Function.prototype.call = function (this: unknown, ...given: unknown[]) {
        caught.push(String(this))
        return Reflect.apply(real, this, given) as unknown
      }
      Object.defineProperty(Object.prototype, 'invoke', {
        configurable: true,
        get: () => void caught.push('invoke was looked for'),
      })
      let answer: Promise<unknown> | undefined
      // Only while the call is handed over: afterwards the page's own code runs as well.
      try {
        answer = window.bridge?.heartbeat()
      } finally {
        Function.prototype.call = real
        Reflect.deleteProperty(Object.prototype, 'invoke')
      }
      await answer
      return caught
    })
    expect(seen).toEqual([])
  })

  test('the policy refuses everything that is not the kiosk’s own', async () => {
    const page = kiosk.page()
    await page.evaluate(() => {
      const directives = new Set<string>()
      Object.assign(window, { directives })
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        // Its own test is the next one.
        if (effectiveDirective !== 'require-trusted-types-for') directives.add(effectiveDirective)
      })
    })
    await page.evaluate(knock, bell.host)
    await page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { action: 'app://kiosk/' })
      const base = Object.assign(document.createElement('base'), { href: 'app://kiosk/other/' })
      const inline = document.createElement('style')
      inline.append('body { color: red }')
      const data = Object.assign(document.createElement('img'), {
        src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
      })
      document.body.append(form, inline, data)
      document.head.append(base)
      form.submit()
      const markup = document.createElement('b')
      markup.setAttribute('style', 'color: red')
      form.remove()
    })
    await expect
      .poll(() =>
        page.evaluate(() => [...(Reflect.get(window, 'directives') as Set<string>)].sort()),
      )
      .toEqual([
        'base-uri',
        'connect-src',
        'default-src',
        'font-src',
        'frame-src',
        'img-src',
        'media-src',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
      ])
    expect(bell.rings).toEqual([])
  })

  test('no text becomes code: eval, markup, inline handlers, addresses', async () => {
    const outcomes = await kiosk.page().evaluate(async () => {
      // Later, because what the debugger runs may call eval itself.
      await new Promise((resolve) => setTimeout(resolve))
      const ran: string[] = []
      Object.assign(window, { ran })
      const tries: Record<string, () => unknown> = {
        eval: () => (0, eval)('ran.push("eval")'),
        Function: () => (new Function('ran.push("Function")') as () => void)(),
        timer: () => setTimeout('ran.push("timer")' as unknown as () => void),
        innerHTML: () => (document.createElement('b').innerHTML = '<i>x</i>'),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<i>x</i>'),
        write: () => document.write('<i>x</i>'),
        parse: () => new DOMParser().parseFromString('<i>x</i>', 'text/html'),
        srcdoc: () => (document.createElement('iframe').srcdoc = '<i>x</i>'),
        script: () => (document.createElement('script').src = 'app://kiosk/x.js'),
        text: () => (document.createElement('script').textContent = 'ran.push("text")'),
        handler: () => document.body.setAttribute('onclick', 'ran.push("handler")'),
        worker: () => new Worker('app://kiosk/x.js'),
        policy: () => {
          const factory = Reflect.get(window, 'trustedTypes') as {
            createPolicy: (name: string, rules: object) => unknown
          }
          return factory.createPolicy('mine', {})
        },
      }
      const thrown: Record<string, boolean> = {}
      for (const [name, attempt] of Object.entries(tries)) {
        try {
          attempt()
          thrown[name] = false
        } catch {
          thrown[name] = true
        }
      }
      const inline = document.createElement('script')
      inline.type = 'module'
      try {
        inline.append(document.createTextNode('ran.push("inline")'))
      } catch {
        // Already refused.
      }
      document.body.append(inline)
      const link = Object.assign(document.createElement('a'), { href: 'javascript:ran.push(1)' })
      document.body.append(link)
      link.click()
      await new Promise((resolve) => setTimeout(resolve))
      return { ran, notThrown: Object.keys(thrown).filter((name) => !thrown[name]) }
    })
    expect(outcomes).toEqual({ ran: [], notThrown: [] })
  })

  test('no system dialog: print, alert, confirm, prompt', async () => {
    const page = kiosk.page()
    let dialogs = 0
    page.on('dialog', (dialog) => {
      dialogs++
      void dialog.dismiss()
    })
    const isSame = await markPage(page)
    const answers = await page
      .evaluate(() => {
        let prints = 0
        addEventListener('beforeprint', () => prints++)
        print()
        const frame = document.body.appendChild(document.createElement('iframe'))
        frame.contentWindow?.print()
        alert('x')
        let said: string | null = null
        try {
          said = prompt('x')
        } catch {
          // Electron has none and says so.
        }
        const given = { confirmed: confirm('x'), said, prints }
        frame.remove()
        return given
      })
      .catch(() => 'the page died of it')
    expect(answers).toEqual({ confirmed: false, said: null, prints: 0 })
    expect(dialogs).toBe(0)
    expect(await isSame()).toBe(true)
  })

  test('keys: only those of a visitor, a keypad or a clicker are heard by the page', async () => {
    const page = kiosk.page()
    const isSame = await markPage(page)
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      addEventListener('keydown', ({ key }) => heard.push(key), { capture: true })
    })
    const before = await windowCount()
    await kiosk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const held: [Electron.KeyboardInputEvent['modifiers'], string[]][] = [
        [
          ['control'],
          ['W', 'Q', 'R', 'P', 'N', 'T', 'O', 'S', 'U', 'F', 'H', 'J', 'L', '0', 'Tab'],
        ],
        [['control'], ['Plus', '-', '=', 'F4', 'PageDown', 'Enter']],
        [
          ['control', 'shift'],
          ['I', 'J', 'C', 'N', 'R', 'Q', 'W', 'Delete', 'Escape'],
        ],
        [['alt'], ['F4', 'Left', 'Right', 'Home', 'Tab', 'Space', 'F', 'D', 'Escape']],
        [['meta'], ['L', 'D', 'E', 'R', 'Tab', 'Left', 'Q', 'Space']],
        [
          ['control', 'alt'],
          ['Delete', 'T', 'F1', 'Left'],
        ],
        [['shift'], ['F10', 'Escape'].slice(0, 1)],
        [[], ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Backspace', 'Delete', 'Insert']],
        [[], ['A', '1', 'PrintScreen', 'MediaPlayPause', 'VolumeUp', 'Capslock', 'Meta']],
      ]
      for (const [modifiers = [], keys] of held)
        for (const keyCode of keys) {
          contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
          contents?.sendInputEvent({ type: 'char', keyCode, modifiers })
          contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
        }
      // The last one is let through, and tells that all those before it have been decided.
      contents?.sendInputEvent({ type: 'keyDown', keyCode: 'End', modifiers: [] })
    })
    const heard = (): Promise<string[]> =>
      page.evaluate(() => Reflect.get(window, 'heard') as string[])
    await expect.poll(heard).toContain('End')
    expect(await heard()).toEqual(['End'])
    const told = (await attempts()).filter(({ event }) => event === 'key')
    expect(told.length).toBeGreaterThan(60)
    expect(await isSame()).toBe(true)
    expect(await windowCount()).toBe(before)
  })

  test('there is no menu whose keys could act', async () => {
    expect(
      await kiosk.app.evaluate(({ BrowserWindow, Menu }) => [
        Menu.getApplicationMenu(),
        BrowserWindow.getAllWindows()[0]?.isMenuBarVisible(),
      ]),
    ).toEqual([null, false])
  })

  test('neither two fingers nor Ctrl and wheel make the page larger', async () => {
    const page = kiosk.page()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Input.synthesizePinchGesture', { x: 500, y: 400, scaleFactor: 3 })
    await kiosk.app.evaluate(({ BrowserWindow }) => {
      for (let turn = 0; turn < 3; turn++)
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
          type: 'mouseWheel',
          x: 500,
          y: 400,
          deltaX: 0,
          deltaY: 120,
          modifiers: ['control'],
        })
    })
    expect(await page.evaluate(() => [visualViewport?.scale, devicePixelRatio])).toEqual([1, 1])
    expect(
      await kiosk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
      ),
    ).toBe(1)
  })

  test('a long press opens no menu, and no text can be selected or dragged', async () => {
    const page = kiosk.page()
    await page.evaluate(() => {
      const allowed: string[] = []
      Object.assign(window, { allowed })
      for (const type of ['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop'])
        addEventListener(type, (event) => {
          if (!event.defaultPrevented) allowed.push(type)
        })
    })
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Input.emulateTouchFromMouseEvent', {
      type: 'mousePressed',
      x: 900,
      y: 300,
      button: 'right',
    })
    await page.mouse.click(900, 300, { button: 'right' })
    const words = page.locator('h1, h2, p').first()
    await words.click({ clickCount: 3, force: true, position: { x: 5, y: 5 } })
    const drop = {
      x: 900,
      y: 500,
      data: { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 },
    }
    await cdp.send('Input.dispatchDragEvent', { type: 'dragEnter', ...drop })
    await cdp.send('Input.dispatchDragEvent', { type: 'dragOver', ...drop })
    await cdp.send('Input.dispatchDragEvent', { type: 'drop', ...drop })
    expect(
      await page.evaluate(() => [Reflect.get(window, 'allowed'), getSelection()?.toString()]),
    ).toEqual([[], ''])
  })

  test('the developer tools cannot be opened, not even from within', async () => {
    const before = await windowCount()
    expect(
      await kiosk.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.openDevTools({ mode: 'detach' })
        contents?.toggleDevTools()
        contents?.openDevTools({ mode: 'bottom' })
        return [contents?.isDevToolsOpened(), contents?.devToolsWebContents]
      }),
    ).toEqual([false, null])
    expect(await windowCount()).toBe(before)
  })

  test('doors that Chromium has but the kiosk does not need are gone', async () => {
    const there = await kiosk
      .page()
      .evaluate(() =>
        [
          ...['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker', 'EyeDropper'],
          ...['documentPictureInPicture', 'queryLocalFonts'],
        ].filter((name) => name in window),
      )
    expect(there).toEqual([])
    expect(await kiosk.page().evaluate(() => 'share' in navigator)).toBe(false)
  })

  test('app:// answers with the kiosk’s own files, however an address is spelt', async () => {
    const tries = [
      ...['../package.json', '../../package.json', '%2e%2e/package.json', '..%2fpackage.json'],
      ...[
        '..%2f..%2fpackage.json',
        '%2e%2e%2f%2e%2e%2fpackage.json',
        '%252e%252e%252fpackage.json',
      ],
      ...[
        '..\\package.json',
        '..%5c..%5cpackage.json',
        'assets/../../main/main.js',
        '..;/main/main.js',
      ],
      ...['//etc/passwd', '%2fetc%2fpasswd', '/etc/passwd', '....//....//package.json'],
      ...['index.html%00.js', 'index.html%20', 'index.html/', 'index.html.', 'INDEX.HTML', '.'],
      ...['pictures/../../package.json', 'pictures/%2e%2e/pack.yaml', 'pictures/..%2fpack.yaml'],
      ...[
        'pack.yaml',
        'main/main.js',
        'preload/preload.cjs',
        '',
        '%',
        '%zz',
        '\u0000',
        '%c0%ae%c0%ae/x',
      ],
    ]
    const answers = await kiosk.page().evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path) => {
            const answer = await fetch(`app://kiosk/${path}`).catch(() => null)
            return answer?.ok ? `${path}: ${(await answer.text()).slice(0, 40)}` : 'refused'
          }),
        ),
      tries,
    )
    expect(answers.filter((answer) => answer !== 'refused')).toEqual([])
    const others = await kiosk.page().evaluate(
      (addresses) =>
        Promise.all(
          addresses.map(async (address) => {
            const answer = await fetch(address).catch(() => null)
            return answer === null ? 'refused' : address
          }),
        ),
      [
        ...['app://other/index.html', 'app://kiosk.other/index.html', 'app://127.0.0.1/index.html'],
        ...['file:///etc/passwd', 'chrome://version', 'about:blank', 'devtools://devtools/x'],
        ...[
          'ftp://127.0.0.1/',
          'view-source:app://kiosk/index.html',
          'blob:app://kiosk/x',
          'data:,x',
        ],
      ],
    )
    expect(others.filter((answer) => answer !== 'refused')).toEqual([])
    expect(
      await kiosk.page().evaluate(async () => {
        const answer = await fetch('app://kiosk/index.html')
        return [answer.status, answer.headers.get('cache-control')]
      }),
    ).toEqual([200, 'no-store'])
  })

  test('nothing finds a name or a proxy', async () => {
    expect(
      await kiosk.app.evaluate(async ({ session }) => {
        const page = session.fromPartition('kiosk')
        // Chromium answers this one by itself, so that no name server is needed to see the rule.
        const found = await page.resolveHost('anything.localhost').then(
          () => 'found',
          () => 'not found',
        )
        return [found, await page.resolveProxy('http://example.org/')]
      }),
    ).toEqual(['not found', 'DIRECT'])
  })

  test('a second start ends by itself and leaves the first alone', async () => {
    const isSame = await markPage(kiosk.page())
    const second = spawn(
      join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron'),
      ['.', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--windowed'],
      {
        stdio: 'ignore',
        env: {
          ...process.env,
          ...kiosk.display.env,
          XDG_RUNTIME_DIR: kiosk.folder,
          HOME: kiosk.folder,
        },
      },
    )
    expect(await exitCode(second)).toBe(0)
    expect(await isSame()).toBe(true)
    expect(await windowCount()).toBe(1)
  })

  test('the screen stays on', async () => {
    expect(
      await kiosk.app.evaluate(({ powerSaveBlocker }) =>
        [0, 1, 2].some((id) => powerSaveBlocker.isStarted(id)),
      ),
    ).toBe(true)
  })

  test('the page lives in memory only', async () => {
    expect(
      await kiosk.app.evaluate(({ BrowserWindow, session }) => {
        const used = BrowserWindow.getAllWindows()[0]?.webContents.session
        return [used === session.fromPartition('kiosk'), used?.isPersistent(), used?.storagePath]
      }),
    ).toEqual([true, false, null])
  })

  test('the window covers the whole screen, above all others', async () => {
    expect(
      await kiosk.app.evaluate(({ BrowserWindow, screen }) => {
        const window = BrowserWindow.getAllWindows()[0]
        const whole = screen.getPrimaryDisplay().bounds
        return {
          isKiosk: window?.isKiosk(),
          isAlwaysOnTop: window?.isAlwaysOnTop(),
          covers: JSON.stringify(window?.getBounds()) === JSON.stringify(whole),
        }
      }),
    ).toEqual({ isKiosk: true, isAlwaysOnTop: true, covers: true })
  })

  test('the window neither closes nor leaves the whole screen', async () => {
    const isSame = await markPage(kiosk.page())
    await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    expect(await isSame()).toBe(true)
    const state = (): Promise<boolean[]> =>
      kiosk.app.evaluate(({ BrowserWindow, screen }) => {
        const window = BrowserWindow.getAllWindows()[0]
        const { width, height } = screen.getPrimaryDisplay().bounds
        const bounds = window?.getBounds()
        return [
          window?.isMinimized() === false,
          window?.isKiosk() === true,
          bounds?.width === width && bounds.height === height,
        ]
      })
    await kiosk.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const left = new Promise((resolve) => window?.once('leave-full-screen', () => resolve(null)))
      window?.setKiosk(false)
      window?.setFullScreen(false)
      await left
    })
    await expect.poll(state).toEqual([true, true, true])
  })

  test('a page that closes its own window is followed by a new one', async () => {
    const next = kiosk.nextPage(() => kiosk.page().evaluate(() => window.close()))
    await expect(next.then((page) => page.locator('.attract .touch').isVisible())).resolves.toBe(
      true,
    )
    expect(await windowCount()).toBe(1)
  })

  test('a page that asks twice for the end of the visit gets one new window', async () => {
    const old = kiosk.page()
    const next = await kiosk.nextPage(() =>
      old
        .evaluate(() => {
          for (let time = 0; time < 5; time++) void window.bridge?.endVisit()
        })
        .catch(() => undefined),
    )
    await expect.poll(windowCount).toBe(1)
    await expect(kiosk.page().locator('.attract .touch')).toBeVisible()
    expect(next).toBeTruthy()
  })

  test('a page that blanks itself is followed by a new one', async () => {
    // Electron tells nobody of this one; the missing heartbeat does.
    const next = await kiosk.nextPage(() =>
      kiosk.page().evaluate(() => void location.assign('about:blank')),
    )
    await expect(next.locator('.attract .touch')).toBeVisible()
  })

  test('messages from another window, page or program are refused', async () => {
    const answers = await kiosk.app.evaluate(async ({ app: electron, BrowserWindow }) => {
      const preload = `${electron.getAppPath()}/out/preload/preload.cjs`
      const ask = `(async () => {
        const said = []
        for (const name of ['heartbeat', 'loadContent', 'endVisit'])
          said.push(await window.bridge[name]().then(() => name + ' was answered', (error) => error.message.includes('refused: sender') ? 'refused' : error.message))
        return said
      })()`
      const said: unknown[] = []
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, partition: 'kiosk', sandbox: true },
      })
      await other.loadURL('app://kiosk/recovery.html')
      said.push(await other.webContents.executeJavaScript(ask))
      other.destroy()
      const armed = new BrowserWindow({
        show: false,
        webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false },
      })
      await armed.loadURL('about:blank')
      said.push(
        await armed.webContents.executeJavaScript(`
          Promise.all(['heartbeat', 'endVisit', 'run', 'quit'].map((name) =>
            require('electron').ipcRenderer.invoke(name).then(() => name + ' was answered', () => 'refused')))`),
      )
      armed.destroy()
      return said
    })
    expect(answers).toEqual([
      ['refused', 'refused', 'refused'],
      ['refused', 'refused', 'refused', 'refused'],
    ])
  })

  test('app:// of another name does not exist, even if it may be asked for', async () => {
    expect(
      await kiosk.app.evaluate(async ({ session }) => {
        const page = session.fromPartition('kiosk')
        page.webRequest.onBeforeRequest(null)
        const own = await page.fetch('app://kiosk/index.html')
        const other = await page.fetch('app://other/index.html')
        return [own.status, other.status]
      }),
    ).toEqual([200, 404])
  })

  test('messages from an address that is not the kiosk’s are refused in its own window', async () => {
    const said = await kiosk.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      await contents?.loadURL('about:blank')
      const answer: unknown = await contents?.executeJavaScript(
        `window.bridge.loadContent().then(() => 'answered', (error) => error.message)`,
      )
      return answer
    })
    expect(said).toContain('refused: sender')
  })
})

test.describe('even for a page without a policy', () => {
  /** Stands for the system's opener of mail, telephone and web addresses, and notes its calls. */
  const OPENER = '#!/bin/sh\necho "$1" >> "$OPENED"\n'
  let page: Page
  let tools: string
  let opened: string

  test.beforeAll(async () => {
    tools = await mkdtemp(join(tmpdir(), 'sole-to-spine-tools-'))
    opened = join(tools, 'opened')
    await writeFile(opened, '')
    for (const name of ['xdg-open', 'xdg-email'])
      await writeFile(join(tools, name), OPENER, { mode: 0o755 })
    kiosk = await openKiosk({
      env: { PATH: `${tools}:${process.env['PATH'] ?? ''}`, OPENED: opened },
    })
    await takeNotes(kiosk.app)
    await kiosk.app.evaluate(({ session }) => {
      const { protocol } = session.fromPartition('kiosk')
      protocol.unhandle('app')
      protocol.handle('app', () => {
        const isHtml = { 'content-type': 'text/html' }
        return new Response('<!doctype html><title>bare</title><body></body>', { headers: isHtml })
      })
    })
    page = kiosk.page()
    await page.reload()
    await page.evaluate(() => setInterval(() => void window.bridge?.heartbeat(), 500))
  })
  test.afterAll(async () => {
    await kiosk.close()
    await rm(tools, { recursive: true })
  })

  /** Runs code in the page as if a finger had just touched it. */
  const touch = async (code: string): Promise<unknown> => {
    const cdp = await page.context().newCDPSession(page)
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression: code,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    })
    await cdp.detach()
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? code)
    return result.value
  }

  test('no request reaches a server', async () => {
    const ways = await page.evaluate(knock, bell.host)
    const refused = async (): Promise<string[]> =>
      (await attempts())
        .filter(({ url, isRefused }) => isRefused && url.includes(bell.host))
        .map(({ url }) => new URL(url).pathname.slice(1))
    await expect
      .poll(async () => {
        const known = await refused()
        return ways.filter((way) => !known.includes(way))
      })
      .toEqual([])
    expect(bell.rings).toEqual([])
  })

  test('no request of the shell itself reaches a server', async () => {
    const outcomes = await kiosk.app.evaluate(async ({ BrowserWindow, net, session }, url) => {
      const other = new BrowserWindow({ show: false, webPreferences: { partition: 'kiosk' } })
      const asked = [session.fromPartition('kiosk').fetch(url), net.fetch(url), other.loadURL(url)]
      const settled = await Promise.allSettled(asked)
      other.destroy()
      return settled.map(({ status }) => status)
    }, `http://${bell.host}/shell`)
    expect(outcomes).toEqual(['rejected', 'rejected', 'rejected'])
    expect(bell.rings).toEqual([])
  })

  test('a peer connection sends nothing to a server', async () => {
    await page.evaluate(async (port) => {
      const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
      call.createDataChannel('x')
      const gathered = new Promise((resolve) =>
        call.addEventListener('icegatheringstatechange', () => {
          if (call.iceGatheringState === 'complete') resolve(null)
        }),
      )
      await call.setLocalDescription(await call.createOffer())
      // Where the server is asked, its silence is waited for, and that takes some ten seconds.
      await gathered
      call.close()
    }, bell.udpPort)
    expect(bell.datagrams()).toBe(0)
  })

  /** Ways to go elsewhere; `url` is where to. */
  const DEPARTURES = [
    'location.assign(url)',
    'location.replace(url)',
    'open(url, "_self")',
    'click({ href: url })',
    'click({ href: url, target: "_top" })',
    'submit("get")',
    'submit("post")',
    'put("meta", { httpEquiv: "refresh", content: "0; url=" + url })',
    'put("iframe", { src: url })',
  ]
  const depart = (way: string, url: string): Promise<unknown> =>
    touch(`(() => {
      const url = ${JSON.stringify(url)}
      const make = (tag, properties) => Object.assign(document.createElement(tag), properties)
      const put = (tag, properties) => document.body.append(make(tag, properties))
      const click = (properties) => make('a', properties).click()
      const submit = (method) => {
        const form = make('form', { action: url, method })
        document.body.append(form)
        form.submit()
      }
      ${way}
    })()`)

  test('the page goes nowhere, not even to another page of the kiosk', async () => {
    const isSame = await markPage(page)
    const went = (await attempts()).length
    for (const url of ['file:///etc/hostname', 'chrome://gpu', 'blob:app://kiosk/x'])
      await depart('location.assign(url)', url)
    for (const url of ['app://kiosk/recovery.html', `http://${bell.host}/away`])
      for (const way of DEPARTURES) {
        const before = (await attempts()).length
        await depart(way, url)
        await expect
          .poll(async () => (await attempts()).length, { message: `${way} ${url}` })
          .toBeGreaterThan(before)
      }
    expect((await attempts()).slice(went).filter(({ isRefused }) => !isRefused)).toEqual([])
    expect(await isSame()).toBe(true)
    expect(page.url()).toBe('app://kiosk/index.html')
    expect(bell.rings).toEqual([])
  })

  test('no frame in the page gets anything to show', async () => {
    await touch(
      `document.body.append(Object.assign(document.createElement('iframe'), { src: 'app://kiosk/recovery.html', id: 'inner' }))`,
    )
    await expect
      .poll(
        async () => (await attempts()).filter(({ url }) => url.endsWith('recovery.html')).length,
      )
      .toBeGreaterThan(0)
    expect(page.frames().map((frame) => frame.url())).not.toContain('app://kiosk/recovery.html')
  })

  test('no second window opens, in ten ways', async () => {
    const url = 'app://kiosk/recovery.html'
    const before = await windowCount()
    const handles = await touch(`(() => {
      const url = ${JSON.stringify(url)}
      const make = (tag, properties) => {
        const made = Object.assign(document.createElement(tag), properties)
        document.body.append(made)
        return made
      }
      const handles = [
        open(url),
        open(url, 'named', 'width=300,height=300'),
        open(url, '_blank', 'noopener'),
        open('about:blank'),
        open(''),
        open('javascript:1'),
        document.open(url, 'other', ''),
      ]
      make('a', { href: url, target: '_blank' }).click()
      make('a', { href: url }).dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }))
      const form = make('form', { action: url, target: '_blank' })
      form.submit()
      return handles.map((handle) => handle === null)
    })()`)
    expect(handles).toEqual(Array(7).fill(true))
    await page.mouse.click(10, 10, { button: 'middle' })
    expect(await windowCount()).toBe(before)
    expect(kiosk.app.windows().filter((some) => !some.isClosed())).toHaveLength(1)
  })

  test('nothing is downloaded', async () => {
    const files = (): Promise<string[]> => readdir(kiosk.folder)
    const before = await files()
    await touch(`(() => {
      const blob = URL.createObjectURL(new Blob(['x']))
      Object.assign(document.createElement('a'), { href: blob, download: 'from-blob.txt' }).click()
    })()`)
    await kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('app://kiosk/index.html'),
    )
    const downloads = async (): Promise<Attempt[]> =>
      (await attempts()).filter(({ event }) => event === 'download')
    await expect.poll(async () => (await downloads()).length).toBe(2)
    expect((await downloads()).map(({ isRefused }) => isRefused)).toEqual([true, true])
    await expect.poll(files).toEqual(before)
  })

  test('no other page can be built into a page', async () => {
    expect(await touch(`'loadURL' in document.createElement('webview')`)).toBe(false)
    // Even a window that was made with the switch on gets no guest.
    const guests = await kiosk.app.evaluate(async ({ BrowserWindow, webContents }) => {
      const open = new BrowserWindow({
        show: false,
        webPreferences: { partition: 'kiosk', webviewTag: true },
      })
      await open.loadURL('app://kiosk/index.html')
      const asked = new Promise((resolve) => open.webContents.once('will-attach-webview', resolve))
      await open.webContents.executeJavaScript(
        `document.body.append(Object.assign(document.createElement('webview'), { src: 'app://kiosk/recovery.html' }))`,
      )
      await asked
      await open.webContents.executeJavaScript('new Promise(requestAnimationFrame)')
      const found = webContents.getAllWebContents().filter((one) => one.getType() === 'webview')
      open.destroy()
      return found.length
    })
    expect(guests).toBe(0)
  })

  test('every permission is refused, to whoever asks', async () => {
    const states = await page.evaluate(async () => {
      const names = [
        ...['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'],
        ...['clipboard-write', 'idle-detection', 'screen-wake-lock', 'window-management'],
        ...['local-fonts', 'storage-access', 'persistent-storage', 'background-sync', 'nfc'],
        ...['accelerometer', 'gyroscope', 'display-capture', 'keyboard-lock', 'pointer-lock'],
      ]
      const found: string[] = []
      for (const name of names) {
        const status = await navigator.permissions
          .query({ name: name as PermissionName })
          .catch(() => null)
        // What cannot be asked about is not there.
        if (status && status.state !== 'denied') found.push(`${name}: ${status.state}`)
      }
      return found
    })
    expect(states).toEqual([])
    const asked = await touch(`(async () => {
      // Some are never answered, which grants nothing either.
      const late = () => new Promise((resolve) => setTimeout(resolve, 300, 'no'))
      const given = (promise) => Promise.race([late(), promise.then((value) => value === 'denied' || value === false ? 'no' : 'yes', () => 'no')])
      return {
        notifications: await given(Notification.requestPermission()),
        geolocation: await given(new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))),
        camera: await given(navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await given(navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await given(navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await given(navigator.clipboard.readText()),
        copy: await given(navigator.clipboard.writeText('x')),
        midi: await given(navigator.requestMIDIAccess({ sysex: true })),
        idle: await given(IdleDetector.requestPermission()),
        persist: await given(navigator.storage.persist()),
        fullscreen: await given(document.body.requestFullscreen()),
        pointer: await given(document.body.requestPointerLock()),
        wake: await given(navigator.wakeLock.request('screen')),
        windows: await given(getScreenDetails()),
        usb: await given(navigator.usb.requestDevice({ filters: [] })),
        hid: await given(navigator.hid.requestDevice({ filters: [] }).then((devices) => devices.length > 0)),
        serial: await given(navigator.serial.requestPort()),
        bluetooth: await given(navigator.bluetooth?.requestDevice({ acceptAllDevices: true }) ?? Promise.reject()),
      }
    })()`)
    expect(Object.entries(asked as object).filter(([, answer]) => answer !== 'no')).toEqual([])
  })

  test('no mail, telephone or other program is started', async () => {
    for (const url of ['mailto:a@b.example', 'tel:123', 'foo:bar', 'https://example.org/'])
      for (const way of DEPARTURES.slice(0, 4)) await depart(way, url)
    await touch(`open('mailto:a@b.example', '_blank')`)
    // The tool that notes is sound: the shell itself could start it.
    await kiosk.app.evaluate(({ shell }) => shell.openExternal('mailto:control@b.example'))
    await expect.poll(() => readFile(opened, 'utf8')).toBe('mailto:control@b.example\n')
  })

  test('no dialog of the browser opens', async () => {
    // Heard, but not answered: a dialog that is really there would hold the page for ever.
    page.on('dialog', () => undefined)
    const answers = page.evaluate(() => [alert('x'), confirm('x')])
    const late = once(AbortSignal.timeout(3_000), 'abort').then(() => 'a dialog holds the page')
    expect(await Promise.race([answers, late])).toEqual([undefined, false])
  })

  test('no Node in a worker, and nothing of the shell in a frame', async () => {
    expect(
      await page.evaluate(async () => {
        const code = 'postMessage(["require", "process"].filter((name) => name in self))'
        const worker = new Worker(URL.createObjectURL(new Blob([code])))
        const found = await new Promise<string[]>((resolve) => {
          worker.addEventListener('message', ({ data }) => resolve(data as string[]))
        })
        worker.terminate()
        const frame = document.body.appendChild(document.createElement('iframe'))
        const inner = frame.contentWindow ?? {}
        return [...found, ...['require', 'process', 'bridge'].filter((name) => name in inner)]
      }),
    ).toEqual([])
  })
})

test.describe('for those who run it', () => {
  test.beforeEach(async () => {
    kiosk = await openKiosk()
  })
  test.afterEach(async () => kiosk.close())

  test('the system can end it, though its window never closes', async () => {
    const end = exitCode(kiosk.app.process())
    // The program itself, and not what started it for the test.
    process.kill(await kiosk.app.evaluate(() => process.pid), 'SIGTERM')
    expect(await end).toBe(0)
  })

  test('it can end itself, so that a supervisor starts it afresh', async () => {
    const end = exitCode(kiosk.app.process())
    await kiosk.app.evaluate(({ app }) => void setImmediate(() => app.exit(70)))
    expect(await end).toBe(70)
  })
})
