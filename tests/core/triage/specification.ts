import type { Age, Answers, Region } from '../../../core/schema/triage'

/**
 * The clinical specification a second time, as plain conditions written by hand from its text and
 * not from the rules in content/. The proof compares the two. `told` says whether a tile counts as
 * yes; what is not due is sorted out here.
 */
export function specified(
  age: Age,
  region: readonly Region[],
  told: (tile: string) => boolean,
): { level: 1 | 2 | 3 | 4; withinDays: 3 | 14 | null } {
  const isAgeUnknown = age === 'unsaid'
  const isChild = age === 'under-18' || isAgeUnknown
  const is50 = age === '50-59' || age === '60-64' || age === '65-plus' || isAgeUnknown
  const is65 = age === '65-plus' || isAgeUnknown
  const isRegionUnknown = region.length === 0
  const back = isRegionUnknown || region.includes('back')
  const leg = isRegionUnknown || region.includes('leg')
  const foot = isRegionUnknown || region.includes('foot')

  const cancer = told('C-cancer')
  const immune = told('C-immune')
  const needle = told('C-needle')
  const procedure = told('C-proc')
  const pregnant = told('C-preg')
  const feetAtRisk = told('C-diab') || told('C-numb')
  const fragile = is65 || told('C-bone') || told('C-steroid')
  const fever = told('F1')
  const hurt = told('injury')
  const injury = (tile: string) => hurt && told(tile)
  const child = (tile: string) => isChild && told(tile)
  const inPregnancy = (tile: string) => pregnant && told(tile)

  const now =
    // Danger signs, nerves, skin and limbs.
    ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'N1', 'N2', 'N3', 'N5', 'N6', 'V1', 'V5x'].some(told) ||
    (told('N4') && back) ||
    (told('V2') && pregnant) ||
    (told('V3x') && (told('V3') || told('V5') || injury('I8'))) ||
    (told('V4') && (fever || immune || told('C-joint') || needle)) ||
    (told('V5') && feetAtRisk && (fever || told('V3'))) ||
    // Injuries.
    injury('I1') ||
    injury('I3') ||
    injury('I5') ||
    injury('I7') ||
    // The whole body, pregnancy, children.
    (fever && ((back && (immune || needle || procedure)) || pregnant)) ||
    (told('F6') && pregnant) ||
    inPregnancy('P1') ||
    inPregnancy('P2') ||
    inPregnancy('P3') ||
    inPregnancy('P4') ||
    (child('K1') && fever)
  if (now) return { level: 1, withinDays: null }

  const today =
    ['N4', 'V2', 'V3', 'V4', 'V7', 'F1', 'F5', 'F6', 'A2x', 'A5x', 'A6'].some(told) ||
    ((told('V5') || told('V6')) && feetAtRisk) ||
    (injury('I2') && (fragile || told('C-thin'))) ||
    injury('I4') ||
    injury('I6') ||
    injury('I8') ||
    (back && (needle || procedure)) ||
    (told('F2') && (cancer || told('F3') || isChild)) ||
    (told('F3') && (cancer || immune || isChild)) ||
    (told('F4') && (cancer || fragile)) ||
    child('K1') ||
    child('K2') ||
    (isChild && back && (told('A5') || told('A5x') || told('A6'))) ||
    (told('A2') && back && fragile)
  if (today) return { level: 2, withinDays: null }

  const inThreeDays =
    ['V5', 'V6', 'F2', 'F3', 'F4', 'A2', 'A3'].some(told) ||
    (cancer && back) ||
    (isChild && back) ||
    ((leg || foot) && (told('A10') || told('A9') || told('A16')))
  if (inThreeDays) return { level: 3, withinDays: 3 }

  const inTwoWeeks =
    pregnant ||
    isChild ||
    told('A1') ||
    told('A5') ||
    (back && told('A7')) ||
    (back && told('A12') && is50) ||
    ((back || leg) && told('A8')) ||
    ((leg || foot) && told('A17')) ||
    (foot && (told('A11') || told('A15')))
  return inTwoWeeks ? { level: 3, withinDays: 14 } : { level: 4, withinDays: null }
}

/** The same for a set of answers: not sure is yes, and so is what is not answered. */
export const specifiedFor = ({ age, region, tiles }: Answers) =>
  specified(age ?? 'unsaid', region ?? [], (tile) => tiles[tile] !== 'no')
