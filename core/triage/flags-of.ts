import type { Answer, Answers, Region, TriageScreen, TriageScreens } from '../schema/triage'
import { REGIONS } from '../schema/triage-names'

/**
 * What an item that was due and is not answered counts as: yes for a result, no while the
 * questions still go on, since what was not asked yet has not been said.
 */
export type Silence = 'yes' | 'no'

/**
 * Answers in, flags out. Not sure is yes; an item that was due and left unanswered is yes; an item
 * that was not due is no, whatever was answered before it was closed: a screen whose `askIf` is
 * not met, tiles behind a gate that was answered No, tiles of another region. An age that is not
 * known sets every age flag, a region that is not known every region.
 */
export function flagsOf(
  { ages, screens }: TriageScreens,
  answers: Answers,
  silence: Silence = 'yes',
): Set<string> {
  const flags = new Set<string>()
  const isUnknownAge = answers.age === 'unsaid' || (answers.age === undefined && silence === 'yes')
  for (const band of ages) {
    if (isUnknownAge || band.id === answers.age) band.sets.forEach((flag) => flags.add(flag))
  }
  for (const region of regionsOf(answers.region, silence)) flags.add(region)
  for (const screen of screens) {
    if (!isAsked(screen, flags)) continue
    if (screen.gate !== undefined) {
      if (!isYes(answers.tiles[screen.gate], silence)) continue
      flags.add(screen.gate)
    }
    for (const tile of screen.tiles) {
      if (tile.regions && !tile.regions.some((region) => flags.has(region))) continue
      if (isYes(answers.tiles[tile.id], silence)) flags.add(tile.id)
    }
  }
  return flags
}

/** Is the screen asked, given these flags? */
export const isAsked = (screen: TriageScreen, flags: ReadonlySet<string>): boolean =>
  screen.askIf === undefined || screen.askIf.some((flag) => flags.has(flag))

const isYes = (answer: Answer | undefined, silence: Silence): boolean =>
  answer === undefined ? silence === 'yes' : answer !== 'no'

function regionsOf(region: Answers['region'], silence: Silence): readonly Region[] {
  if (region === undefined) return silence === 'yes' ? REGIONS : []
  return region.length === 0 ? REGIONS : region
}
