import { PAGE_ORIGIN } from './page'

/** The development server, if `npm run dev` started us; never in a packed app. */
export const devServer: string | null = import.meta.env.DEV
  ? (process.env['ELECTRON_RENDERER_URL'] ?? null)
  : null

/** May this address be asked for? Only the app's own; in development also the local dev server. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` === PAGE_ORIGIN) return true
  return devServer !== null && url.host === new URL(devServer).host
}
