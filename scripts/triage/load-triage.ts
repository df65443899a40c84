import { join } from 'node:path'
import { CHECKS_OF_STRUCTURE } from '../../core/content/checks'
import { compile } from '../../core/content/compile'
import type { TriageWords } from '../../core/schema/triage'
import type { Bundle } from '../../core/schema/pack'
import { readPack } from '../../electron/content-files'
import { PlainError } from '../plain-error'
import { ROOT } from '../project'

export interface LoadedTriage {
  triage: NonNullable<Bundle['triage']>
  words: ReadonlyMap<string, TriageWords>
  /** The language in which the questions were written first. */
  source: string
}

/** The questions and rules that ship; throws a PlainError where they are not whole and sound. */
export async function loadTriage(): Promise<LoadedTriage> {
  const pack = await readPack(join(ROOT, 'content'))
  // The day matters only to reviews, which no rule depends on.
  const { bundle } = compile(
    pack?.files ?? new Map(),
    pack?.pictures ?? new Set(),
    '1970-01-01',
    CHECKS_OF_STRUCTURE,
  )
  if (!bundle?.triage) {
    throw new PlainError('The rules in content/triage are not sound. Run: npm run content:check')
  }
  const words = Object.entries(bundle.words).flatMap(([tag, { triage }]) =>
    triage ? [[tag, triage] as const] : [],
  )
  return { triage: bundle.triage, words: new Map(words), source: bundle.manifest.source }
}
