import type { Bundle } from '../schema/pack'
import { CHECKS } from './checks'
import type { Check } from './finding'
import { keepSound } from './keep-sound'
import type { Problem } from './problem'
import { readDraft } from './read-draft'

export interface Compiled {
  /** What is sound and can be shown; null where that is nothing. */
  bundle: Bundle | null
  problems: Problem[]
}

/**
 * Makes of the texts of a pack what the screens show, and tells everything that is wrong with it.
 * What is unsound is left out, so that one bad slide does not close the kiosk. Never throws.
 *
 * `texts` by path inside the pack, like words/en/story.yaml; `pictures` the names of the files in
 * `pictures/`; `today` as YYYY-MM-DD. The bundle is the same with
 * `CHECKS_OF_STRUCTURE` alone, which is quicker by the time that reading grades takes.
 */
export function compile(
  texts: ReadonlyMap<string, string>,
  pictures: ReadonlySet<string>,
  today: string,
  checks: readonly Check[] = CHECKS,
): Compiled {
  const problems: Problem[] = []
  const draft = readDraft(texts, (problem) => problems.push(problem))
  if (!draft) return { bundle: null, problems }
  const spoiled = new Set<object>()
  for (const check of checks) {
    for (const finding of check(draft, { pictures, today })) {
      problems.push(finding.problem)
      if (finding.spoils) spoiled.add(finding.spoils)
    }
  }
  return { bundle: keepSound(draft, spoiled), problems }
}
