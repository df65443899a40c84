/** The one page of the kiosk, and the one in-memory partition that it lives in. */
export const PAGE_ORIGIN = 'app://kiosk'
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`
/** Shown when the page keeps dying: no script, so that nothing in it can die as well. */
export const RECOVERY_URL = `${PAGE_ORIGIN}/recovery.html`
/** The sheets of paper, in a window that nobody sees. */
export const PRINT_URL = `${PAGE_ORIGIN}/print.html`
/** Without `persist:` it stays in memory. It is reused: a new one per visit would leak. */
export const PAGE_PARTITION = 'kiosk'

/** What no page of ours can do, seen or unseen. */
export const LOCKED_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  navigateOnDragDrop: false,
  spellcheck: false,
  disableDialogs: true,
  v8CacheOptions: 'none',
  autoplayPolicy: 'user-gesture-required',
  disableBlinkFeatures:
    'FileSystemAccess,FileSystemAccessLocal,EyeDropperAPI,DocumentPictureInPictureAPI,WebShare,FontAccess,Auxclick',
} as const
