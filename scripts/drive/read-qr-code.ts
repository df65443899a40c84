import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({
  overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
  fireImmediately: false,
})

/** What a phone would read from a picture (PNG): the text of its one QR code, and modules on a side. */
export async function readQrCode(picture: Uint8Array): Promise<{ text: string; modules: number }> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true })
  const [code] = found
  if (!code?.isValid || found.length !== 1)
    throw new Error(`${found.length} codes were found in the picture`)
  return { text: code.text, modules: 17 + 4 * Number(code.version) }
}
