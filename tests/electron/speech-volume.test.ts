import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { setServiceVolume } from '../../electron/speech-volume'

let folder: string
let server: Server
let told = ''
beforeEach(async () => {
  told = ''
  folder = mkdtempSync(join(tmpdir(), 'speech-volume-'))
  mkdirSync(join(folder, 'speech-dispatcher'))
  server = createServer((client) => {
    client.on('data', (text) => (told += String(text)))
    client.on('end', () => client.end())
  })
  await new Promise<void>((done) =>
    server.listen(join(folder, 'speech-dispatcher', 'speechd.sock'), done),
  )
})
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

it.each([
  [0, -100],
  [0.6, 20],
  [1, 100],
])('tells the speech service a share of %d as %d', async (share, volume) => {
  await setServiceVolume(folder, share)
  expect(told).toContain(`SET all VOLUME ${String(volume)}\r\n`)
})

it('leaves it at that where there is no service, or nowhere to look for one', async () => {
  server.close()
  rmSync(join(folder, 'speech-dispatcher', 'speechd.sock'), { force: true })
  await expect(setServiceVolume(folder, 1)).resolves.toBeUndefined()
  await expect(setServiceVolume(undefined, 1)).resolves.toBeUndefined()
})
