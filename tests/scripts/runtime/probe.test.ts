import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ask } from '../../../scripts/runtime/probe'

let dist: string
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'dist-'))
})
afterEach(() => {
  rmSync(dist, { recursive: true })
})
const program = (script: string): void =>
  writeFileSync(join(dist, 'electron'), script, { mode: 0o755 })

it('hears the version of a working one', async () => {
  program('#!/bin/sh\necho 33.2.1\n')
  expect(await ask(dist)).toEqual({ is: 'working', version: '33.2.1' })
})

it('asks as plain Node, so that no display is needed', async () => {
  program('#!/bin/sh\n[ "$ELECTRON_RUN_AS_NODE" = 1 ] && echo 33.2.1\n')
  expect(await ask(dist)).toMatchObject({ is: 'working' })
})

it('tells one that lacks libraries from a broken one', async () => {
  const loader =
    'error while loading shared libraries: libgtk-3.so.0: cannot open shared object file'
  program(`#!/bin/sh\necho 'electron: ${loader}' >&2\nexit 127\n`)
  expect(await ask(dist)).toEqual({ is: 'lacking-libraries' })
})

it.each([
  ['nothing at all', null, /^there is no .*electron$/],
  ['an empty file', '', /electron is no program$/],
  ['one that crashes', '#!/bin/sh\nkill -SEGV $$\n', /does not answer \(SIGSEGV\)$/],
  ['one that fails', '#!/bin/sh\nexit 7\n', /does not answer \(7\)$/],
  ['another program', '#!/bin/sh\necho hello\n', /^it answers "hello" instead of a version$/],
])('finds broken: %s', async (_, script, why) => {
  if (script !== null) program(script)
  const answer = await ask(dist)
  expect(answer).toMatchObject({ is: 'broken' })
  expect('why' in answer && answer.why).toMatch(why)
})

it('does not let the shell run damaged bytes', async () => {
  const trace = join(dist, 'trace')
  program(`\0\0 damaged\n: >'${trace}'\n`)
  expect(await ask(dist)).toMatchObject({ is: 'broken' })
  expect(existsSync(trace)).toBe(false)
})
