import type { WebContents } from 'electron'
import type { Paper } from '../core/paper'

export interface PdfOptions {
  paper: Paper
}

/** Inches, as the private call wants them. */
const SIZES = { a4: { width: 8.27, height: 11.7 }, letter: { width: 8.5, height: 11 } }

/** Has a printToPDF of this process failed? */
let hasFailed = false
let requests = 0

/**
 * The page as a tagged PDF with an outline. The paper's margins belong to the page itself.
 *
 * Up to Electron 33 one failure makes every later `printToPDF` of the process reject, since each
 * waits for the one before. What it calls in the end still works, so that is called then.
 */
export async function makePdf(contents: WebContents, { paper }: PdfOptions): Promise<Uint8Array> {
  const inner = contents as unknown as {
    _printToPDF?: (settings: object) => Promise<Uint8Array>
  }
  if (hasFailed && inner._printToPDF) {
    requests += 1
    return inner._printToPDF({
      requestID: 1_000_000 + requests,
      landscape: false,
      displayHeaderFooter: false,
      headerTemplate: '',
      footerTemplate: '',
      printBackground: true,
      scale: 1,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 0,
      marginRight: 0,
      pageRanges: '',
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      paperWidth: SIZES[paper].width,
      paperHeight: SIZES[paper].height,
    })
  }
  try {
    return await contents.printToPDF({
      pageSize: paper === 'a4' ? 'A4' : 'Letter',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } catch (error) {
    hasFailed = true
    throw error
  }
}
