import { connect } from 'node:net'
import { join } from 'node:path'

/** Longest time that the speech service may take to answer, in ms. */
const PATIENCE = 500

/**
 * Sets how loud the speech service of this user is, from 0 to 1. Chromium does not tell it the
 * volume of an utterance, so that is done beside it in the service's own protocol, SSIP.
 * @param runtimeFolder `XDG_RUNTIME_DIR`; without one, or without a service, nothing happens
 */
export function setServiceVolume(runtimeFolder: string | undefined, share: number): Promise<void> {
  if (!runtimeFolder) return Promise.resolve()
  return new Promise((done) => {
    const service = connect(join(runtimeFolder, 'speech-dispatcher', 'speechd.sock'))
    service.setTimeout(PATIENCE, () => service.destroy())
    // Where nothing speaks, nothing is too loud.
    service.on('error', () => undefined)
    service.on('close', () => done())
    service.on('data', () => undefined)
    service.end(
      [
        'SET self CLIENT_NAME "kiosk:sole-to-spine:volume"',
        `SET all VOLUME ${String(ssipVolume(share))}`,
        'QUIT',
        '',
      ].join('\r\n'),
    )
  })
}

/** SSIP counts from -100 (silent) to 100. */
export const ssipVolume = (share: number): number => Math.round(200 * share - 100)
