import { Claim, type Reference } from '../schema/evidence'
import type { Bundle, Words } from '../schema/pack'
import type { Slide, Story } from '../schema/story'
import type { Draft, Drafted, DraftStory, DraftTranslation, DraftWords } from './draft'
import { exerciseWordsIn, soundExercises } from './keep-sound-exercises'

/**
 * Makes the bundle of what is sound in a draft: without whatever a schema refused, without the
 * `spoiled` things, and without what rests on either. Null where no slide, or no words for the
 * screens or the safety net, are left.
 */
export function keepSound(draft: Draft, spoiled: ReadonlySet<object>): Bundle | null {
  const sound = <Value>(thing: Drafted<Value> | null | undefined): Value | null =>
    thing && !spoiled.has(thing) ? thing.value : null
  const { words } = draft
  if (!draft.story || !words.story || !words.claims) return null

  const references = new Map<string, Reference>()
  for (const one of draft.references ?? []) {
    const value = sound(one)
    if (value) references.set(one.id, value)
  }
  const claims = new Map<string, Claim>()
  for (const one of draft.claims ?? []) {
    const claim = Claim.safeParse(sound(one))
    if (!claim.success || !sound(words.claims.byId.get(one.id))) continue
    if (claim.data.references.every((id) => references.has(id))) claims.set(one.id, claim.data)
  }
  const isShown = (slide: Slide | null): slide is Slide =>
    slide !== null &&
    sound(words.story?.slides.get(slide.id)) !== null &&
    slide.claims.every((id) => claims.has(id))
  const chapters = draft.story.chapters.flatMap((chapter) => {
    const id = sound(chapter)
    if (id === null || !sound(words.story?.chapters.get(id))) return []
    const slides = chapter.slides.map(sound).filter(isShown)
    return slides.length > 0 ? [{ id, slides }] : []
  })
  const story = { id: draft.story.id, chapters, paths: pathsThrough(chapters, draft.story, sound) }

  const source = sourceWords(words, story, claims, sound)
  if (!source || chapters.length === 0) return null
  const translations = draft.translations.flatMap(
    (translation) => translatedWords(translation, source, sound) ?? [],
  )
  const triage = soundTriage(draft, references, spoiled)
  const exercises = soundExercises(draft.exercises, words.tag, claims, references, sound)
  const chain = soundChain(draft, claims, references, spoiled)
  const chainWords = draft.chain?.words
  const withTheRest = (one: Words): Words => {
    const { tag } = one.language
    const fallback = new Set(one.fallback)
    const lacks = (path: string) => void fallback.add(path)
    const itsTriage = triage && sound(draft.triage?.words.get(tag))
    const ownChain = sound(chainWords?.get(tag))
    const itsChain = chain && (ownChain ?? sound(chainWords?.get(words.tag)))
    if (itsChain && !ownChain) lacks('chain')
    const languages = { source: words.tag, tag }
    const itsStaff = sound(draft.staff.get(tag))
    return {
      ...one,
      ...exerciseWordsIn(draft.exercises, languages, exercises, sound, lacks),
      ...(itsTriage && { triage: itsTriage }),
      ...(itsChain && { chain: itsChain }),
      ...(itsStaff && { staff: itsStaff }),
      fallback: [...fallback].sort(),
    }
  }
  return {
    manifest: draft.manifest.value,
    story,
    claims: Object.fromEntries(claims),
    references: Object.fromEntries(references),
    words: Object.fromEntries(
      [source, ...translations].map((one) => [one.language.tag, withTheRest(one)]),
    ),
    ...exercises,
    ...(triage && { triage }),
    ...(chain && { chain }),
  }
}

/**
 * Questions and rules where all of them are sound, and their words in the language of the pack;
 * else null, since a rule that is missing could let an emergency pass.
 */
function soundTriage(
  { triage, words }: Draft,
  references: ReadonlyMap<string, Reference>,
  spoiled: ReadonlySet<object>,
): Bundle['triage'] | null {
  if (!triage || spoiled.has(triage)) return null
  const source = triage.words.get(words.tag)
  if (!source?.value || spoiled.has(source)) return null
  const [screens, ruleSet] = [triage.screens?.value, triage.ruleSet?.value]
  const exerciseSafety = triage.exerciseSafety?.value
  if (!screens || !ruleSet || !exerciseSafety) return null
  const rests = [...ruleSet.rules, ...ruleSet.derived].flatMap(({ sources }) => sources)
  const isResting = rests.every((one) => !('reference' in one) || references.has(one.reference))
  return isResting ? { screens, ruleSet, exerciseSafety } : null
}

/** The chain where all of it is sound, and its words in the language of the pack; else null. */
function soundChain(
  { chain, words }: Draft,
  claims: ReadonlyMap<string, Claim>,
  references: ReadonlyMap<string, Reference>,
  spoiled: ReadonlySet<object>,
): Bundle['chain'] | null {
  const [value, itsWords] = [chain?.chain?.value, chain?.words.get(words.tag)]
  if (!chain || !value || !itsWords?.value) return null
  if (spoiled.has(chain) || spoiled.has(itsWords)) return null
  const rests = value.couplings.every(
    (one) =>
      one.size === 'illustrative' ||
      (claims.has(one.claim) && (one.size !== 'measured' || references.has(one.source))),
  )
  return rests ? value : null
}

type Sound = <Value>(thing: Drafted<Value> | null | undefined) => Value | null

/** The shorter paths without the slides that are gone; one of which nothing is left is the whole story. */
function pathsThrough(chapters: Story['chapters'], { paths }: DraftStory, sound: Sound) {
  const shown = chapters.flatMap(({ slides }) => slides.map(({ id }) => id))
  const known = new Set(shown)
  const through = (path: Drafted<string>[]) => {
    const left = path.flatMap((entry) => sound(entry) ?? []).filter((id) => known.has(id))
    return left.length > 0 ? left : shown
  }
  return { '2': through(paths['2']), '5': through(paths['5']) }
}

/** The words of what is shown in the language of the pack, or null where one of them is missing. */
function sourceWords(
  draft: DraftWords,
  story: Story,
  claims: ReadonlyMap<string, Claim>,
  sound: Sound,
): Words | null {
  const language = sound(draft.language)
  const safetyNet = sound(draft.safetyNet)
  const screens = sound(draft.screens)
  if (!language || !safetyNet || !screens || !draft.story || !draft.claims) return null
  const slideIds = story.chapters.flatMap(({ slides }) => slides.map(({ id }) => id))
  const handout = sound(draft.handout)
  return {
    language,
    fallback: [],
    story: {
      chapters: pick(
        story.chapters.map(({ id }) => id),
        draft.story.chapters,
        sound,
      ),
      slides: pick(slideIds, draft.story.slides, sound),
    },
    claims: pick([...claims.keys()], draft.claims.byId, sound),
    safetyNet,
    screens,
    ...(handout && { handout }),
  }
}

const pick = <Value>(
  ids: readonly string[],
  words: ReadonlyMap<string, Drafted<Value>>,
  sound: Sound,
): Record<string, Value> =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const value = sound(words.get(id))
      return value === null ? [] : [[id, value] as const]
    }),
  )

/**
 * The words of the same things in another language. What its schema refused is taken from the
 * language of the pack, as everything that was missing has been already; null where not even the
 * language itself is known.
 */
function translatedWords(draft: DraftTranslation, source: Words, sound: Sound): Words | null {
  const language = sound(draft.language)
  if (!language) return null
  const fallback = new Set(draft.fallback)
  const orSource = <Value>(path: string, own: Value | null, its: Value): Value => {
    if (own === null) fallback.add(path)
    return own ?? its
  }
  const each = <Value>(
    path: string,
    own: ReadonlyMap<string, Drafted<Value>> | undefined,
    its: Readonly<Record<string, Value>>,
  ): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(its).map(([id, value]) => [
        id,
        orSource(`${path}.${id}`, sound(own?.get(id)), value),
      ]),
    )
  const words = {
    language,
    story: {
      chapters: each('story.chapters', draft.story?.chapters, source.story.chapters),
      slides: each('story.slides', draft.story?.slides, source.story.slides),
    },
    claims: each('claims', draft.claims?.byId, source.claims),
    safetyNet: orSource('safety-net', sound(draft.safetyNet), source.safetyNet),
    screens: orSource('screens', sound(draft.screens), source.screens),
    ...(source.handout && {
      handout: orSource('handout', sound(draft.handout), source.handout),
    }),
  }
  return { ...words, fallback: [...fallback] }
}
