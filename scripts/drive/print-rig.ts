import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A job that came out of the printer, and how it was to be printed. */
export interface Printed {
  pdf: Buffer
  /** IPP's `media-col` or `media`, as the printer was told it. */
  media: string
  sides: string
  copies: string
  colour: string
  title: string
}

/** What the printer does with a document. */
export type PrinterMood = 'ok' | 'out-of-paper' | 'jam' | 'hang'

/** A print system of its own beside that of the machine: CUPS, and a virtual IPP Everywhere printer. */
export interface PrintRig {
  /** To be merged into the environment of what shall print here. */
  env: { CUPS_SERVER: string }
  /** Queue of the virtual printer. */
  queue: string
  /** Where CUPS keeps what waits. */
  spool: string
  /** All that the rig writes lies below. */
  folder: string
  /** What came out so far, oldest first. */
  printed: () => Promise<Printed[]>
  /** How many documents the printer has begun with. */
  begun: () => Promise<number>
  /** Adds a queue whose printer is a file. */
  addPdfQueue: (name: string) => void
  /** What the queue of that name wrote last. */
  pdfOf: (name: string) => Promise<Buffer>
  behave: (mood: PrinterMood) => Promise<void>
  /** Switches the printer off, or on again. */
  power: (on: boolean) => Promise<void>
  /** Ends the print service, or starts it again. */
  service: (on: boolean) => Promise<void>
  /** Runs one of CUPS's own commands, like lpadmin, and gives back what it says. */
  run: (command: string, ...args: string[]) => string
  /** Names of the jobs that are not over, as the print service knows them. */
  waiting: () => string[]
  stop: () => Promise<void>
}

const QUEUE = 'Kiosk_Printer'
const PDF_PRINTER = 'lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd'

/**
 * What the virtual printer runs for each document: keeps it with what the job asked for, or does as
 * it was told. Without paper it waits, as a printer does.
 */
const PRINT_COMMAND = `#!/bin/sh
here=$(dirname "$0")
mood() { cat "$here/mood" 2>/dev/null || echo ok; }
echo "$(mood)" >>"$here/begun"
if [ "$(mood)" = jam ]; then echo "STATE: +media-jam-error" >&2; exit 1; fi
if [ "$(mood)" = out-of-paper ]; then
  echo "STATE: +media-empty-error" >&2
  while [ "$(mood)" = out-of-paper ]; do sleep 0.1; done
fi
while [ "$(mood)" = hang ]; do sleep 0.1; done
echo "STATE: -media-empty-error,media-jam-error" >&2
# What was cancelled meanwhile is thrown away, as a printer does. ippeveprinter does not end us for it.
if ipptool -tv "$IPP_JOB_URI" "$here/job.test" 2>&1 | grep -q processing-to-stop-point; then exit 0; fi
name=$(date +%s%N)
cp "$1" "$here/printed/$name.pdf"
printf '%s\n' "$IPP_MEDIA_COL $IPP_MEDIA" "$IPP_SIDES" "$IPP_COPIES" "$IPP_PRINT_COLOR_MODE" "$IPP_JOB_NAME" >"$here/printed/part"
mv "$here/printed/part" "$here/printed/$name.txt"
`

const ASK_FOR_JOB = `{
  NAME "Is it cancelled?"
  OPERATION Get-Job-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR language attributes-natural-language en
  ATTR uri job-uri $uri
  ATTR name requesting-user-name kiosk
}
`

/** Starts a print system that works; it ends with `stop()`, and with this process. */
export async function startPrintRig(): Promise<PrintRig> {
  const folder = mkdtempSync(join(tmpdir(), 'sole-to-spine-print-'))
  // The filters of a CUPS that root started run as another user.
  await chmod(folder, 0o755)
  for (const name of ['etc', 'spool', 'temp', 'cache', 'state', 'log', 'printed', 'device'])
    await mkdir(join(folder, name))
  await chmod(join(folder, 'temp'), 0o1777)
  const [cupsPort, devicePort] = [await freePort(), await freePort()]
  await writeFile(join(folder, 'cups-files.conf'), filesConf(folder))
  await writeFile(join(folder, 'cupsd.conf'), cupsdConf(folder, cupsPort))
  await writeFile(join(folder, 'print.sh'), PRINT_COMMAND, { mode: 0o755 })
  await writeFile(join(folder, 'job.test'), ASK_FOR_JOB)

  const server = { CUPS_SERVER: `127.0.0.1:${cupsPort}` }
  const bus = `unix:path=${join(folder, 'bus')}`
  const children = new Map<string, ChildProcess>()
  const start = (name: string, command: string, args: string[], env: object = {}): ChildProcess => {
    const child = spawn(command, args, {
      stdio: 'ignore',
      env: { PATH: PATH_OF_DAEMONS, HOME: folder, LC_ALL: 'C', ...env },
    })
    children.set(name, child)
    return child
  }
  const end = async (name: string): Promise<void> => {
    const child = children.get(name)
    children.delete(name)
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const patience = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await gone
    clearTimeout(patience)
  }
  const run = (command: string, ...args: string[]): string => {
    const done = spawnSync(command, args, {
      encoding: 'utf8',
      timeout: 30_000,
      env: { PATH: PATH_OF_DAEMONS, HOME: folder, LC_ALL: 'C', ...server },
    })
    if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr}`)
    return done.stdout
  }
  const endNow = (): void => {
    for (const child of children.values()) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  process.once('exit', endNow)

  const power = async (on: boolean): Promise<void> => {
    if (!on) return end('printer')
    if (children.has('printer')) return
    start(
      'printer',
      'ippeveprinter',
      [
        ...['-r', 'off', '-p', String(devicePort), '-n', 'localhost', '-2', '-s', '20,20'],
        ...['-d', join(folder, 'device'), '-c', join(folder, 'print.sh')],
        ...['-f', 'application/pdf,image/pwg-raster,image/urf,image/jpeg', 'Kiosk Printer'],
      ],
      { DBUS_SYSTEM_BUS_ADDRESS: bus },
    )
    await isListening(devicePort)
  }
  const service = async (on: boolean): Promise<void> => {
    if (!on) return end('cupsd')
    if (children.has('cupsd')) return
    start('cupsd', 'cupsd', [
      ...['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
    ])
    await isListening(cupsPort)
  }

  // ippeveprinter asks for DNS-SD even where it is off, and DNS-SD for a system bus.
  start('bus', 'dbus-daemon', ['--session', '--nofork', `--address=${bus}`])
  await until('the bus', () => existsSync(join(folder, 'bus')))
  await Promise.all([service(true), power(true)])
  run(
    'lpadmin',
    '-p',
    QUEUE,
    '-v',
    `ipp://localhost:${devicePort}/ipp/print`,
    '-m',
    'everywhere',
    '-E',
  )
  // lpadmin comes back before the queue has learned what the printer can do.
  await until('the queue', () => run('lpstat', '-p', QUEUE).includes('is idle'))
  // The virtual printer says that its pages come out face up, which reverses them.
  run('lpadmin', '-p', QUEUE, '-o', 'outputorder-default=normal')

  return {
    env: server,
    queue: QUEUE,
    spool: join(folder, 'spool'),
    folder,
    begun: async () =>
      (await readFile(join(folder, 'begun'), 'utf8').catch(() => '')).split('\n').length - 1,
    addPdfQueue: (name) => {
      const device = `file://${join(folder, 'printed', `${name}.queue`)}`
      run('lpadmin', '-p', name, '-v', device, '-m', PDF_PRINTER, '-E')
    },
    pdfOf: (name) => readFile(join(folder, 'printed', `${name}.queue`)),
    behave: (mood) => writeFile(join(folder, 'mood'), mood),
    power,
    service,
    run,
    waiting: () => run('lpstat', '-W', 'not-completed', '-o').split('\n').filter(Boolean),
    printed: async () => {
      const names = (await readdir(join(folder, 'printed'))).filter((name) => name.endsWith('.txt'))
      return Promise.all(
        names.sort().map(async (name) => {
          const path = join(folder, 'printed', name)
          const [media = '', sides = '', copies = '', colour = '', title = ''] = (
            await readFile(path, 'utf8')
          ).split('\n')
          const pdf = await readFile(path.replace(/txt$/, 'pdf'))
          return { pdf, media, sides, copies, colour, title }
        }),
      )
    },
    stop: async () => {
      await writeFile(join(folder, 'mood'), 'ok')
      for (const name of [...children.keys()].reverse()) await end(name)
      process.removeListener('exit', endNow)
      endNow()
    },
  }
}

/** Daemons lie where the path of a normal user does not lead. */
const PATH_OF_DAEMONS = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`

function filesConf(folder: string): string {
  const { username, uid } = userInfo()
  return [
    `ServerRoot ${folder}/etc`,
    `RequestRoot ${folder}/spool`,
    `TempDir ${folder}/temp`,
    `CacheDir ${folder}/cache`,
    `StateDir ${folder}/state`,
    `AccessLog ${folder}/log/access`,
    `ErrorLog ${folder}/log/error`,
    `PageLog ${folder}/log/page`,
    'FileDevice Yes',
    'Sandboxing relaxed',
    ...(uid === 0
      ? ['SystemGroup root']
      : ['Printcap', `User ${username}`, `Group ${groupName()}`, `SystemGroup ${groupName()}`]),
    '',
  ].join('\n')
}

const groupName = (): string => spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim()

function cupsdConf(folder: string, port: number): string {
  return `Listen 127.0.0.1:${port}
Listen ${folder}/cups.sock
Browsing No
DirtyCleanInterval 0
DefaultAuthType None
LogLevel warn
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Location /admin>
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

const isListening = (port: number): Promise<void> =>
  until(
    `port ${port}`,
    () =>
      new Promise<boolean>((resolve) => {
        const probe = connect({ port, host: '127.0.0.1' })
        probe.on('connect', () => resolve(true))
        probe.on('error', () => resolve(false))
        probe.on('close', () => probe.destroy())
        probe.on('connect', () => probe.end())
      }),
  )

/** Asks again and again, for at most half a minute. */
async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const began = Date.now(); Date.now() - began < 30_000; await sleep(50))
    if (await isSo()) return
  throw new Error(`the print system did not come up: ${what}`)
}
