/** The one page of the kiosk, and the one in-memory partition that it lives in. */
export const PAGE_ORIGIN = 'app://kiosk'
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`
/** Shown when the page keeps dying: no script, so that nothing in it can die as well. */
export const RECOVERY_URL = `${PAGE_ORIGIN}/recovery.html`
/** Without `persist:` it stays in memory. It is reused: a new one per visit would leak. */
export const PAGE_PARTITION = 'kiosk'
