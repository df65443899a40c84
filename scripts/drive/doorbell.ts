import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A server on this machine that only notes who rings: whatever reaches it has left the kiosk. */
export interface Doorbell {
  /** Of the TCP side, like localhost:40123: the one name that the kiosk's resolver lets through. */
  host: string
  /** The first line of every connection, empty where nothing was said. */
  rings: string[]
  /** Port of the UDP side. */
  udpPort: number
  /** How many datagrams came. */
  datagrams: () => number
  close: () => Promise<void>
}

/** Listens on loopback for HTTP, WebSocket handshakes and bare connections, and for datagrams. */
export async function hangDoorbell(): Promise<Doorbell> {
  const rings: string[] = []
  const callers = new Set<Socket>()
  const tcp = createServer((caller) => {
    callers.add(caller)
    const at = rings.push('') - 1
    caller.on('error', () => undefined)
    caller.on('close', () => callers.delete(caller))
    caller.once('data', (said: Buffer) => {
      rings[at] = said.toString('latin1').split('\r\n', 1)[0] ?? ''
      caller.end(
        'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/html\r\n' +
          'Content-Length: 2\r\nConnection: close\r\n\r\nhi',
      )
    })
  })
  tcp.listen(0, 'localhost')
  await once(tcp, 'listening')

  let datagrams = 0
  const udp = createSocket('udp4')
  udp.on('message', () => datagrams++)
  udp.bind(0)
  await once(udp, 'listening')

  return {
    host: `localhost:${(tcp.address() as AddressInfo).port}`,
    rings,
    udpPort: udp.address().port,
    datagrams: () => datagrams,
    close: async () => {
      for (const caller of callers) caller.destroy()
      udp.close()
      tcp.close()
      await once(tcp, 'close')
    },
  }
}
