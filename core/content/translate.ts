import { z } from 'zod'
import { FILLED_IN_DOSE, FILLED_IN_HOW_LONG } from './filled-in'
import { messageVariables } from './message-variables'
import type { OpenFile } from './open-file'
import { below, entriesOf, fieldsOf, problemAt, wholeOf, type Part, type Telling } from './part'
import type { Report } from './parse-part'
import { pluralFault } from './plural-forms'

/** The files of words that are translated; language.yaml speaks of the language itself. */
export const TRANSLATED_FILES = [
  'story',
  'claims',
  'safety-net',
  'screens',
  'exercises',
  'relief',
  'chain',
  'triage',
  'handout',
  'staff',
] as const
export type TranslatedFile = (typeof TRANSLATED_FILES)[number]

/** `words/<tag>/made-from.json`: by path, like story.slides.roll-in.title, the text translated. */
export const MadeFrom = z.record(z.string(), z.string())
export type MadeFrom = z.infer<typeof MadeFrom>

/** Where half a text could do harm: what is missing or outdated here fails the check. */
const SAFETY_FILES: ReadonlySet<TranslatedFile> = new Set(['triage', 'safety-net'])

/**
 * What is shown in one language or the other, but never half in each: by file, the mappings whose
 * entries are such things. In other files each text stands for itself.
 */
const GROUPS: Partial<Record<TranslatedFile, readonly string[]>> = {
  story: ['chapters', 'slides'],
  claims: [''],
  exercises: ['exercises', 'signs'],
  relief: ['cards'],
  chain: [''],
}

/** Two languages of a pack. */
export interface Languages {
  source: string
  tag: string
}

/** Opens the words of a translation, and notes what it had to take from the source instead. */
export interface Translation {
  open: OpenFile
  /** Paths of what stands in the language of the source, like story.slides.roll-in. */
  fallback: string[]
}

/**
 * Makes the opener for the words of a translation. What it opens has all texts that the source has
 * and no others: where one is missing, empty, broken, or fills in other variables than the source,
 * the text of the source stands in its place, and the report is told. A triage that is not whole is
 * not opened at all.
 */
export function translation(
  { source, tag }: Languages,
  open: OpenFile,
  report: Report,
): Translation {
  const fallback: string[] = []
  let madeFrom: MadeFrom | null | undefined
  return {
    fallback,
    open: (name, tell) => {
      const file = TRANSLATED_FILES.find((some) => name === `words/${tag}/${some}.yaml`)
      if (!file) return open(name, tell)
      const severity = SAFETY_FILES.has(file) ? 'error' : 'warning'
      const told: Report = (problem) => {
        report({ ...problem, severity })
      }
      const original = open(`words/${source}/${file}.yaml`, () => undefined)
      if (!original) return null
      const own = open(name, told)
      if (madeFrom === undefined) madeFrom = readMadeFrom(tag, open, report)
      const merger = new Merger({ source, tag }, file, madeFrom, told)
      const merged = merger.merge(own, original)
      if (file === 'triage' && merger.fallback.length > 0) return null
      fallback.push(...merger.fallback)
      return merged
    },
  }
}

function readMadeFrom(tag: string, open: OpenFile, report: Report): MadeFrom | null {
  const at = open(`words/${tag}/made-from.json`, (problem) => {
    report({ ...problem, severity: 'warning', cure: cureOf(tag) })
  })
  const read = MadeFrom.safeParse(at?.value)
  return read.success ? read.data : null
}

const cureOf = (tag: string, path = ''): string =>
  `Run "npm run content:translated -- ${tag}${path && ` --only ${path}`}" once the translation says the same.`

/** Every text in or below a part, by its path below the file, with the name of the file before it. */
export function textsByPath(file: TranslatedFile, part: Part): Map<string, string> {
  const texts = new Map<string, string>()
  const visit = (at: Part): void => {
    if (typeof at.value === 'string') texts.set([file, ...at.path].join('.'), at.value)
    for (const child of [...entriesOf(at), ...fieldsOf(at).values()]) visit(child)
  }
  visit(part)
  return texts
}

class Merger {
  readonly fallback: string[] = []
  private readonly sourceName: string
  private readonly groups: readonly string[]

  constructor(
    private readonly languages: Languages,
    private readonly file: TranslatedFile,
    private readonly madeFrom: MadeFrom | null,
    private readonly report: Report,
  ) {
    const names = new Intl.DisplayNames('en', { type: 'language' })
    this.groups = GROUPS[file] ?? []
    this.sourceName = names.of(languages.source) ?? languages.source
  }

  merge(own: Part | null, source: Part): Part {
    const name = `words/${this.languages.tag}/${this.file}.yaml`
    const at = own ?? wholeOf({ name, value: undefined, lineOf: () => 1 })
    const { value } = own ? this.ofPart(at, source) : { value: this.lost(source).value }
    return { ...at, value }
  }

  /** `isWhole` tells whether all of it is in the language of the translation. */
  private ofPart(own: Part, source: Part): { value: unknown; isWhole: boolean } {
    if (typeof source.value === 'string') return this.ofText(own, source.value)
    const children = Array.isArray(source.value)
      ? entriesOf(source).map((child, index): [number, Part] => [index, child])
      : [...fieldsOf(source)]
    if (children.length === 0) return { value: source.value, isWhole: true }
    if (typeof own.value !== 'object' || own.value === null) {
      this.tell(own, this.missing(own))
      return this.lost(source)
    }
    this.tellLeftOver(own, source)
    const merged = children.map(([step, child]) => {
      const before = this.fallback.length
      const result = this.ofPart(below(own, step), child)
      if (result.isWhole || !this.isGroup(child)) return { step, ...result }
      this.fallback.length = before
      return { step, ...this.lost(child) }
    })
    return {
      value: Array.isArray(source.value)
        ? merged.map(({ value }) => value)
        : Object.fromEntries(merged.map(({ step, value }) => [step, value])),
      isWhole: merged.every(({ isWhole }) => isWhole),
    }
  }

  private ofText(own: Part, source: string): { value: unknown; isWhole: boolean } {
    const { value } = own
    const isText = typeof value === 'string' && value.trim() !== ''
    const fault = isText ? this.messageFault(own, value, source) : this.missing(own)
    if (fault) {
      this.tell(own, fault)
      this.fallback.push(this.pathOf(own))
      return { value: source, isWhole: false }
    }
    const text = String(value)
    const plural = /plural|selectordinal/.test(text) && pluralFault(text, this.languages.tag)
    if (plural) this.tell(own, plural)
    const outdated = this.outdated(own, source)
    if (outdated) this.tell(own, outdated)
    return { value: text, isWhole: true }
  }

  /** The part as the source has it, noted group by group. */
  private lost(source: Part): { value: unknown; isWhole: false } {
    this.fallback.push(...this.unitsOf(source).map(this.pathOf))
    return { value: source.value, isWhole: false }
  }

  private unitsOf(part: Part): Part[] {
    const path = part.path.join('.')
    const holdsGroups = this.groups.some((one) => path === '' || `${one}.`.startsWith(`${path}.`))
    return holdsGroups
      ? [...fieldsOf(part).values()].flatMap((child) => this.unitsOf(child))
      : [part]
  }

  private isGroup({ path }: Part): boolean {
    return path.length > 0 && this.groups.includes(path.slice(0, -1).join('.'))
  }

  private pathOf = ({ path }: Part): string => [this.file, ...path].join('.')

  private messageFault(own: Part, text: string, source: string): Telling | null {
    if (!/[{}<]/.test(text + source)) return null
    const known = variablesIn(source, this.languages.source)
    const used = variablesIn(text, this.languages.tag)
    const broken = (message: string, cure: string): Telling => ({
      code: 'message-broken',
      message,
      cure,
    })
    if (!used) {
      return broken(
        'The curly brackets in this text do not fit together.',
        'Write each variable as {name}, and close each bracket that is opened.',
      )
    }
    // What is wrong with the source is told there.
    if (!known) return null
    const mayUse = new Set([...known.named, ...this.alsoFilledIn(own)])
    const unknown = [...used.named].find((name) => !mayUse.has(name))
    if (unknown !== undefined) {
      return broken(
        `Nothing fills in {${unknown}} here.`,
        `Use only the names that the ${this.sourceName} text has.`,
      )
    }
    const leftOut = [...known.shown].find((name) => !used.shown.has(name))
    if (leftOut === undefined) return null
    return broken(`This text leaves {${leftOut}} out.`, `Add {${leftOut}}.`)
  }

  /** What the program hands to a message besides what the source makes use of. */
  private alsoFilledIn({ path }: Part): readonly string[] {
    const [first, second, third] = path
    if (this.file === 'exercises' && first === 'dose') {
      const given = FILLED_IN_DOSE[second as keyof typeof FILLED_IN_DOSE] as
        (typeof FILLED_IN_DOSE)[keyof typeof FILLED_IN_DOSE] | undefined
      return [...(given?.must ?? []), ...(given?.may ?? [])]
    }
    return this.file === 'relief' && first === 'cards' && third === 'howLong'
      ? FILLED_IN_HOW_LONG
      : []
  }

  private outdated(own: Part, source: string): Telling | null {
    if (!this.madeFrom) return null
    const path = this.pathOf(own)
    const from = Object.hasOwn(this.madeFrom, path) ? this.madeFrom[path] : undefined
    if (from === source) return null
    return {
      code: 'words-outdated',
      message:
        from === undefined
          ? `Nobody noted from which ${this.sourceName} text this was made.`
          : `This was made from "${from}"; the ${this.sourceName} now says "${source}".`,
      cure: cureOf(this.languages.tag, path),
    }
  }

  private missing(at: Part): Telling {
    const name = at.path.at(-1)
    return {
      code: 'words-missing',
      message: `These words are missing, so the ${this.sourceName} ones are shown.`,
      cure: `Translate ${name === undefined ? 'the file' : `"${String(name)}"`} from the ${this.sourceName}.`,
    }
  }

  private tellLeftOver(own: Part, source: Part): void {
    for (const part of [...entriesOf(own), ...fieldsOf(own).values()]) {
      if (below(source, part.path.at(-1) ?? '').value !== undefined) continue
      this.tell(part, {
        code: 'words-not-used',
        message: `The ${this.sourceName} has nothing here, so these words are never seen.`,
        cure: 'Delete them, or correct the name above them.',
      })
    }
  }

  private tell(at: Part, telling: Telling): void {
    this.report(problemAt(at, telling))
  }
}

function variablesIn(message: string, language: string) {
  try {
    return messageVariables(message, language)
  } catch {
    return null
  }
}
