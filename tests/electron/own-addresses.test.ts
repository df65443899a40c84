import { afterEach, describe, expect, it, vi } from 'vitest'

/** The module as it is in a build, or under `npm run dev` with a server. */
async function isOursIn(mode: 'build' | 'dev'): Promise<(address: string) => boolean> {
  vi.stubEnv('DEV', mode === 'dev')
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173')
  vi.resetModules()
  return (await import('../../electron/own-addresses')).isOurs
}
afterEach(() => vi.unstubAllEnvs())

const FOREIGN = [
  ...['http://kiosk/', 'https://kiosk/index.html', 'ws://kiosk/', 'file:///opt/kiosk/index.html'],
  ...['app://other/index.html', 'app://kiosk.other/', 'app://other.kiosk/', 'app://kiosk:8080/'],
  ...['app:kiosk', 'app:/kiosk/x', 'app:///kiosk/x', 'apps://kiosk/', 'xapp://kiosk/'],
  ...['app://other@evil/', 'app://evil/app://kiosk/', 'blob:app://kiosk/1', 'data:text/html,x'],
  ...['javascript:1', 'about:blank', 'about:srcdoc', 'chrome://gpu', 'devtools://devtools/x'],
  ...['view-source:app://kiosk/', 'filesystem:app://kiosk/x', 'mailto:a@b', '', ' ', 'kiosk', '//'],
  ...['http://127.0.0.1:5173/', 'http://localhost:5174/', 'http://localhost.evil:5173/'],
]

describe('isOurs', () => {
  it.each(FOREIGN)('refuses %j', async (address) => {
    expect((await isOursIn('build'))(address)).toBe(false)
    expect((await isOursIn('dev'))(address)).toBe(false)
  })

  it.each(['app://kiosk/', 'app://kiosk/index.html', 'app://kiosk/a/b?c#d', 'app://kiosk'])(
    'knows %j',
    async (address) => {
      expect((await isOursIn('build'))(address)).toBe(true)
    },
  )

  it.each(['http://localhost:5173/app/main.ts', 'ws://localhost:5173/'])(
    'knows the development server %j only in development',
    async (address) => {
      expect((await isOursIn('dev'))(address)).toBe(true)
      expect((await isOursIn('build'))(address)).toBe(false)
    },
  )
})
