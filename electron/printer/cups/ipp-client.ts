import ipp, { type IppAttribute } from 'ipp-encoder'
import { existsSync } from 'node:fs'
import { request } from 'node:http'

/** Where CUPS listens: a socket of this machine, or a name and port. */
export type IppServer = { socketPath: string } | { host: string; port: number }

/** The values of attributes by their names. */
export type IppValues = Map<string, readonly unknown[]>

export interface IppAnswer {
  /** RFC 8011, section 4.1.6; below 0x100 it is well. */
  status: number
  /** One for each printer or job that was asked for. */
  found: IppValues[]
}

const { CONSTANTS: C } = ipp
export const IPP = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
  cupsGetDefault: 0x4001,
  cupsGetPrinters: 0x4002,
  notFound: 0x0406,
  documentFormatNotSupported: 0x040a,
  attributesNotSupported: 0x040b,
  notAcceptingJobs: 0x0506,
} as const

export const keyword = (name: string, ...value: string[]): IppAttribute => ({
  tag: 0x44,
  name,
  value,
})
export const text = (name: string, value: string): IppAttribute => ({ tag: 0x42, name, value })
export const uri = (name: string, value: string): IppAttribute => ({ tag: 0x45, name, value })
export const mime = (name: string, value: string): IppAttribute => ({ tag: 0x49, name, value })
export const integer = (name: string, value: number): IppAttribute => ({ tag: 0x21, name, value })
export const truth = (name: string, value: boolean): IppAttribute => ({ tag: 0x22, name, value })

/** Longest silence of the other side, in ms; CUPS is on this machine and answers in some. */
const SILENCE_LIMIT = 10_000
/** Largest answer, in bytes; a list of 100 printers is far below. */
const ANSWER_LIMIT = 4_000_000

const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd']

/**
 * The CUPS of this machine, or the one that an administrator names in CUPS_SERVER, as CUPS itself
 * reads it: `/path/of/socket` or `host[:port]`, with or without `/version=1.1`.
 */
export function cupsServer(env: NodeJS.ProcessEnv): IppServer {
  const named = env['CUPS_SERVER']?.trim()
  if (named?.startsWith('/')) return { socketPath: named }
  if (named) {
    const { hostname, port } = new URL(`ipp://${named.replace(/\/version=[\d.]+$/, '')}`)
    return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 631) }
  }
  const socketPath = SOCKETS.find((path) => existsSync(path))
  return socketPath ? { socketPath } : { host: 'localhost', port: 631 }
}

/**
 * Sends one IPP request over HTTP, as RFC 8010 says. The document, if any, goes from memory.
 * @throws whatever the connection or the decoder throws
 */
export async function askIpp(
  server: IppServer,
  path: string,
  operation: number,
  attributes: { operation: IppAttribute[]; job?: IppAttribute[] },
  document?: Uint8Array,
): Promise<IppAnswer> {
  const message = {
    version: { major: 2, minor: 0 },
    operationId: operation,
    requestId: 1,
    groups: [
      {
        tag: 0x01,
        attributes: [
          { tag: 0x47, name: 'attributes-charset', value: 'utf-8' },
          { tag: 0x48, name: 'attributes-natural-language', value: 'en' },
          ...attributes.operation,
        ],
      },
      ...(attributes.job ? [{ tag: 0x02, attributes: attributes.job }] : []),
    ],
  }
  // The encoder's own default is the deprecated `new Buffer`.
  const head = ipp.request.encode(message, Buffer.alloc(ipp.request.encodingLength(message)))
  const { statusCode, groups } = ipp.response.decode(
    await post(server, path, document ? [head, document] : [head]),
  )
  return {
    status: statusCode,
    found: groups
      .filter(({ tag }) => tag === C['PRINTER_ATTRIBUTES_TAG'] || tag === C['JOB_ATTRIBUTES_TAG'])
      .map((group) => new Map(group.attributes.map(({ name, value }) => [name, value]))),
  }
}

function post(server: IppServer, path: string, parts: readonly Uint8Array[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const posting = request(
      {
        ...server,
        path,
        method: 'POST',
        timeout: SILENCE_LIMIT,
        agent: false,
        headers: {
          host: 'localhost',
          'content-type': 'application/ipp',
          'content-length': parts.reduce((sum, part) => sum + part.length, 0),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        let length = 0
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          length += chunk.length
          if (length > ANSWER_LIMIT) posting.destroy(new Error('the answer is too long'))
        })
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(chunks))
          else reject(new Error(`HTTP ${response.statusCode}`))
        })
      },
    )
    posting.on('timeout', () => posting.destroy(new Error('no answer')))
    posting.on('error', reject)
    for (const part of parts) posting.write(part)
    posting.end()
  })
}
