import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { loadPack } from '../../electron/load-pack'
import { ROOT } from '../project'
import { handoutSamples } from './handout-samples'
import { openPaperLab } from './paper-lab'

const run = promisify(execFile)

/** Sharp enough to read all but the smallest letters. */
const DOTS_PER_INCH = 72

/**
 * Makes handouts of every kind in the real print window, and writes each as a PDF and a picture of
 * each of its pages. Gives back the names of the pictures.
 */
export async function paperTour(folder: string): Promise<string[]> {
  const loaded = await loadPack(join(ROOT, 'content'))
  if (!loaded.ok) throw new Error(`no content: ${loaded.reason}`)
  const advice = loaded.bundle.triage?.ruleSet.advice
  if (!advice) throw new Error('the content has no questions')
  await mkdir(folder, { recursive: true })
  const lab = await openPaperLab({
    settings: {
      clinicName: 'Riverside Physiotherapy',
      clinicPhone: '555 0123',
      emergencyNumber: '911',
      crisisLine: '988',
    },
  })
  try {
    for (const { name, request } of handoutSamples(advice))
      await writeFile(join(folder, `${name}.pdf`), await lab.pdf(request))
    await writeFile(join(folder, 'slip.pdf'), await lab.slip())
  } finally {
    await lab.close()
  }
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.pdf')))
    await run('pdftoppm', [
      ...['-png', '-r', String(DOTS_PER_INCH)],
      join(folder, file),
      join(folder, file.replace('.pdf', '')),
    ])
  return (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
}
