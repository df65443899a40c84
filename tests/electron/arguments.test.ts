import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../electron/arguments'

const app = (isPackaged: boolean): Parameters<typeof readArguments>[1] => ({
  isPackaged,
  getAppPath: () => '/opt/kiosk',
  getPath: () => '/home/kiosk/.config',
})
const unpacked = (...given: string[]): ReturnType<typeof readArguments> =>
  readArguments(['electron', '.', ...given], app(false))
const packed = (...given: string[]): ReturnType<typeof readArguments> =>
  readArguments(['sole-to-spine', ...given], app(true))

describe('readArguments', () => {
  it('without any: the whole screen, own content, settings of the user', () => {
    const usual = {
      windowed: false,
      contentFolder: join('/opt/kiosk', 'content'),
      settingsFile: join('/home/kiosk/.config', 'sole-to-spine', 'settings.json'),
      resetPin: false,
      sticksFolder: null,
    }
    expect(unpacked()).toEqual(usual)
    expect(packed()).toEqual(usual)
  })

  it('takes its own switches, in both spellings, from the folder of the start', () => {
    const given = {
      windowed: true,
      contentFolder: resolve('knee'),
      settingsFile: '/etc/s.json',
      resetPin: true,
      sticksFolder: '/srv/sticks',
    }
    const rest = ['--windowed', '--reset-pin']
    expect(
      unpacked(
        ...rest,
        '--content',
        'knee',
        '--settings',
        '/etc/s.json',
        '--sticks',
        '/srv/sticks',
      ),
    ).toEqual(given)
    expect(
      packed(...rest, '--content=knee', '--settings=/etc/s.json', '--sticks=/srv/sticks'),
    ).toEqual(given)
  })

  it('a packed start reads its first argument, an unpacked one knows it for the app', () => {
    expect(packed('--windowed').windowed).toBe(true)
    expect(readArguments(['electron', '--windowed'], app(false)).windowed).toBe(false)
  })

  it.each([
    [['--no-sandbox', '--inspect=0', '--remote-debugging-port=0']],
    [['--ozone-platform', 'x11', '--unknown=1', 'stray']],
    [['--windowed=no']],
    [['--content']],
    [['--', '--windowed']],
    [['']],
  ])('stays usual and does not stumble over %j', (given) => {
    const { contentFolder, settingsFile } = packed(...given)
    expect(contentFolder).toBe(join('/opt/kiosk', 'content'))
    expect(settingsFile).toBe(join('/home/kiosk/.config', 'sole-to-spine', 'settings.json'))
    expect(packed(...given).windowed).toBe(false)
  })
})
