import { app, net, protocol, type Session } from 'electron'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { devServer } from './own-addresses'
import { PAGE_ORIGIN } from './page'

/**
 * The policy of every page: own files only, no inline code, no forms, no frames, no plug-ins.
 * `sandbox` without allow-modals and allow-popups blocks window.print() and dialogs as well.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "worker-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue',
  'sandbox allow-scripts allow-same-origin',
].join('; ')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Makes `app://` a secure, standard scheme. Must run before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Every file below `folder` by its path with forward slashes; no links out of the folder. */
async function filesBelow(folder: string, prefix: string): Promise<[string, string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [`${prefix}/${relative(folder, file).split(sep).join('/')}`, file]
    })
}

/**
 * Answers `app://kiosk/...` from a list of files that was made once: the pages, and the pictures of
 * the content. A path that is not on the list does not exist, however it is spelt.
 */
export async function serveApp(session: Session, contentFolder: string): Promise<void> {
  const pages = await realpath(join(app.getAppPath(), 'out', 'renderer'))
  const files = new Map([
    ...(await filesBelow(pages, '')),
    ...(await filesBelow(join(contentFolder, 'pictures'), '/pictures')),
  ])
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return new Response(null, { status: 404 })
    const file = files.get(url.pathname)
    if (devServer && !url.pathname.startsWith('/pictures/'))
      return net.fetch(new URL(url.pathname + url.search, devServer).href)
    if (!file) return new Response(null, { status: 404 })
    return new Response(await readFile(file), {
      headers: {
        'content-type': TYPES[extname(file)] ?? '',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  })
}
