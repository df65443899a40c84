import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emptySpeechLogs } from '../../electron/speech-logs'

it('empties every log of the speech service, and minds none where there are none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'speech-logs-'))
  emptySpeechLogs(folder)
  emptySpeechLogs(undefined)
  const logs = join(folder, 'speech-dispatcher', 'log')
  mkdirSync(join(logs, 'debug'), { recursive: true })
  const files = [join(logs, 'speech-dispatcher.log'), join(logs, 'debug', 'espeak-ng.log')]
  for (const file of files) writeFileSync(file, 'what was said')
  emptySpeechLogs(folder)
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(['', ''])
  rmSync(folder, { recursive: true })
})
