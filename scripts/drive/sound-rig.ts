import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A sound card of its own that nobody hears, and an ear at it. */
export interface SoundRig {
  /** To be merged into the environment of what shall sound here. */
  env: { PULSE_SERVER: string }
  /** How loud it was while something went on: the root mean square, from 0 to 1. */
  loudness: (during: () => Promise<unknown>) => Promise<number>
  stop: () => Promise<void>
}

const SINK = 'kiosk_test'
const FORMAT = ['--format=s16le', '--rate=16000', '--channels=1', '--raw']

export async function startSoundRig(): Promise<SoundRig> {
  const folder = await mkdtemp(join(tmpdir(), 'sole-to-spine-sound-'))
  const server = `unix:${join(folder, 'native')}`
  const env = { ...process.env, XDG_RUNTIME_DIR: folder, HOME: folder, PULSE_SERVER: server }
  const daemon = spawn(
    'pulseaudio',
    [
      ...['--daemonize=no', '--exit-idle-time=-1', '-n', '--disallow-exit=no'],
      `--load=module-native-protocol-unix socket=${join(folder, 'native')} auth-anonymous=1`,
      `--load=module-null-sink sink_name=${SINK}`,
    ],
    { env: { ...env, PULSE_SERVER: undefined }, stdio: 'ignore' },
  )
  await isReady(env)

  async function loudness(during: () => Promise<unknown>): Promise<number> {
    const ear = spawn('parec', ['-d', `${SINK}.monitor`, '--latency-msec=50', ...FORMAT], { env })
    const parts: Buffer[] = []
    ear.stdout.on('data', (part: Buffer) => parts.push(part))
    // The ear is open once it hands on something, be it silence.
    await once(ear.stdout, 'data')
    parts.length = 0
    await during()
    await end(ear)
    return rootMeanSquare(Buffer.concat(parts))
  }
  return {
    env: { PULSE_SERVER: server },
    loudness,
    stop: async () => {
      await end(daemon)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function isReady(env: NodeJS.ProcessEnv): Promise<void> {
  const until = performance.now() + 30_000
  while (spawnSync('pactl', ['info'], { env }).status !== 0) {
    if (performance.now() > until) throw new Error('the sound service did not start')
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

function rootMeanSquare(samples: Buffer): number {
  const count = Math.floor(samples.length / 2)
  let sum = 0
  for (let at = 0; at < count; at++) sum += (samples.readInt16LE(at * 2) / 0x8000) ** 2
  return Math.sqrt(sum / Math.max(1, count))
}
