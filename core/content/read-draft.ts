import { Manifest, PACK_SCHEMA } from '../schema/pack'
import type { Draft } from './draft'
import { opener, type OpenFile } from './open-file'
import { below, problemAt } from './part'
import { asWarning, parsePart, type Report } from './parse-part'
import { readChain } from './read-chain'
import { readClaims, readReferences } from './read-evidence'
import { readExercises } from './read-exercises'
import { readStaffWords } from './read-staff-words'
import { readStory } from './read-story'
import { readTriage } from './read-triage'
import { readWords } from './read-words'
import { translation } from './translate'

/**
 * Reads the texts of a pack, by path, into a draft, and tells the report what cannot be read.
 * Null where the manifest does not say which story and language to read.
 */
export function readDraft(texts: ReadonlyMap<string, string>, report: Report): Draft | null {
  const open = opener(texts)
  const at = open('pack.yaml', report)
  if (!at) return null
  const version = below(at, 'schema')
  if (typeof version.value === 'number' && version.value !== PACK_SCHEMA) {
    report(
      problemAt(version, {
        code: 'field-wrong',
        message: `The pack is written for schema ${String(version.value)}, and this program reads schema ${String(PACK_SCHEMA)}.`,
        cure: `Use a program that reads schema ${String(version.value)}, or write the pack for schema ${String(PACK_SCHEMA)}.`,
      }),
    )
    return null
  }
  const manifest = parsePart(Manifest, at, report)
  if (!manifest) return null

  const story = open(`stories/${manifest.story}.yaml`, report)
  const claims = open('claims.yaml', report)
  const references = open('references.json', report)
  const { source } = manifest
  const translations = new Map(
    languagesOf(texts)
      .filter((tag) => tag !== source)
      .map((tag) => [tag, translation({ source, tag }, open, report)] as const),
  )
  /** By language, how its words are opened; the language of the pack first. */
  const languages = new Map<string, OpenFile>([
    [source, open],
    ...[...translations].map(([tag, its]) => [tag, its.open] as const),
  ])
  const hasPaper = texts.has(`words/${source}/handout.yaml`)
  return {
    manifest: { at, value: manifest },
    story: story && readStory(story, manifest.story, report),
    claims: claims && readClaims(claims, report),
    references: references && readReferences(references, report),
    triage: readTriage(texts, languages, open, report),
    exercises: readExercises(texts, languages, open, report),
    chain: readChain(texts, languages, open, report),
    staff: new Map(
      [...languages].flatMap(([tag, itsOpen]) => {
        const its = readStaffWords(texts, tag, itsOpen, tag === source ? report : asWarning(report))
        return its ? [[tag, its] as const] : []
      }),
    ),
    words: readWords(source, hasPaper, open, report),
    translations: [...translations].map(([tag, its]) => ({
      ...readWords(tag, hasPaper, its.open, asWarning(report)),
      fallback: its.fallback,
    })),
  }
}

/** The languages that have a folder, in the order of their tags. */
const languagesOf = (texts: ReadonlyMap<string, string>): string[] =>
  [
    ...new Set([...texts.keys()].flatMap((name) => /^words\/([^/]+)\//.exec(name)?.[1] ?? [])),
  ].sort()
