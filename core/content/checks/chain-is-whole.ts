import type { ChainCause } from '../../schema/chain'
import type { Draft, Drafted } from '../draft'
import { finding, type Check, type Finding } from '../finding'
import { plainTextOf } from '../message-text'
import { nearMatch } from '../near-match'
import { below, entriesOf, fieldsOf } from '../part'

/** Causes that the visitor sets; every other one must come from a coupling that stands before. */
const SET_BY_VISITOR: ReadonlySet<ChainCause> = new Set<ChainCause>([
  'flat',
  'high',
  'tight-calf',
  'insert',
  'short-leg',
  'lift',
])

/**
 * Every coupling of the chain has its own id, a cause that comes before it, a claim and a source
 * that exist, and its words in the language of the pack. Whatever is missing leaves the whole chain
 * out, since what hangs on it would hang in the air.
 */
export const chainIsWhole: Check = function* (draft) {
  const { chain } = draft
  if (!chain) return
  if (chain.chain?.value) yield* ofCouplings(draft, chain)
  const { tag } = draft.words
  const words = chain.words.get(tag)
  if (!words?.value) return
  for (const { problem } of ofWords(tag, words, chain.chain)) yield { problem, spoils: words }
}

function* ofCouplings(
  { claims, references }: Draft,
  chain: NonNullable<Draft['chain']>,
): Generator<Finding> {
  const brought = new Set<string>(SET_BY_VISITOR)
  const seen = new Set<string>()
  const at = chain.chain && below(chain.chain.at, 'couplings')
  const known = {
    claim: new Set(claims?.map(({ id }) => id)),
    source: new Set(references?.map(({ id }) => id)),
  }
  for (const [index, coupling] of (chain.chain?.value?.couplings ?? []).entries()) {
    const place = at && entriesOf(at)[index]
    if (!place) continue
    if (seen.has(coupling.id)) {
      yield finding(
        below(place, 'id'),
        {
          code: 'id-duplicate',
          message: `There are two couplings "${coupling.id}".`,
          cure: 'Give one of them another id.',
        },
        chain,
      )
    }
    seen.add(coupling.id)
    if (!brought.has(coupling.cause)) {
      yield finding(
        below(place, 'cause'),
        {
          code: 'cause-unresolved',
          message: `No coupling before this one brings about "${coupling.cause}".`,
          cure: `Move it below the coupling whose effect is ${coupling.cause}, or add one.`,
        },
        chain,
      )
    }
    brought.add(coupling.effect)
    if (coupling.effect === 'heel-tilt') brought.add('roll-in')
    if (coupling.size === 'illustrative') continue
    const links = [
      ['claim', coupling.claim, claims, 'claims.yaml', 'claim-unresolved'],
      [
        'source',
        coupling.size === 'measured' ? coupling.source : undefined,
        references,
        'references.json',
        'reference-unresolved',
      ],
    ] as const
    for (const [field, id, list, home, code] of links) {
      if (id === undefined || !list || known[field].has(id)) continue
      const near = nearMatch(id, known[field])
      yield finding(
        below(place, field),
        {
          code,
          message: `There is no ${field} "${id}" in ${home}.`,
          cure: near
            ? `Write ${near} if you mean that one, or add "${id}" to ${home}.`
            : `Add "${id}" to ${home}.`,
        },
        chain,
      )
    }
  }
}

function* ofWords(
  tag: string,
  words: Drafted<unknown>,
  chain: NonNullable<Draft['chain']>['chain'],
): Generator<Finding> {
  const ids = chain?.value?.couplings.map(({ id }) => id)
  const written = fieldsOf(words.at)
  for (const id of ids ?? []) {
    if (written.has(id)) continue
    yield finding(below(words.at, id), {
      code: 'words-missing',
      message: `The coupling "${id}" lacks its words.`,
      cure: `Add "${id}" with a label and a sentence under "says".`,
    })
  }
  for (const [id, part] of written) {
    if (ids && !ids.includes(id)) {
      yield finding(part, {
        code: 'words-not-used',
        message: `There is no coupling "${id}", so these words are never seen.`,
        cure: 'Delete them, or correct the name above them.',
      })
    }
    const says = below(part, 'says')
    try {
      plainTextOf(String(says.value), tag)
    } catch {
      yield finding(says, {
        code: 'message-broken',
        message: 'The curly brackets in this text do not fit together.',
        cure: 'Write each variable as {name}, and close each bracket that is opened.',
      })
    }
  }
}
