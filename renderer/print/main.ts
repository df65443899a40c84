import { createApp } from 'vue'
import { buildSheets, type HandoutSheet, type PaperLook } from '../../core/handout/build-sheets'
import { buildSlip } from '../../core/handout/build-slip'
import type { PaperBridge, PaperJob, PaperStock } from '../../core/paper'
import HandoutPages from '../components/HandoutPages.vue'

declare global {
  interface Window {
    paper?: PaperBridge
  }
}

const { paper } = window
if (!paper) throw new Error('This page runs only where paper is made: no bridge.')
for (const event of ['error', 'unhandledrejection'])
  window.addEventListener(event, () => void paper.failed())
void printNext(paper)

/** Puts one job on the page; for the next one the window loads the page anew. */
async function printNext(bridge: PaperBridge): Promise<void> {
  const stock = await bridge.load()
  const { sheets, look } = layOut(await bridge.next(), stock)
  const [first] = sheets
  const [language] = first?.languages ?? []
  document.title = first?.title ?? ''
  document.documentElement.lang = language?.tag ?? ''
  document.documentElement.dir = language?.direction ?? ''
  createApp(HandoutPages, {
    sheets,
    look,
    exercises: stock.bundle.exercises,
    onLaid: (pages: number) => {
      // A picture that is broken leaves its place empty, which is no reason not to print.
      const pictures = [...document.images].map((picture) => picture.decode())
      void Promise.allSettled(pictures).then(() => bridge.done(pages))
    },
  }).mount('#app')
}

function layOut(
  job: PaperJob,
  { bundle, clinic }: PaperStock,
): { sheets: HandoutSheet[]; look: PaperLook } {
  if (job.kind === 'slip')
    return { sheets: [buildSlip(bundle)], look: { paper: job.paper, points: 24, colour: false } }
  const { paper: size, points, colour } = job.request
  return {
    sheets: buildSheets(job.request, bundle, clinic),
    look: { paper: size, points, colour },
  }
}
