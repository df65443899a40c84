import { isNode, isPair, isScalar, isSeq, visit } from 'yaml'
import type { Document, ErrorCode, YAMLError, YAMLMap } from 'yaml'
import type { Telling } from './part'

/** Keys that reach into JavaScript objects themselves. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

const CURES: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'Replace the tab at the start of the line by spaces.',
  BAD_INDENT: 'Indent this line as far as its neighbours.',
  MULTIPLE_DOCS: 'Delete the line that begins with three dashes, or what follows it.',
  TAG_RESOLVE_FAILED:
    'Delete the word that begins with an exclamation mark, or put the text in quotes.',
}
const OTHER_CURE =
  'Check this line and the one above it: put texts with a colon or a quote in quotes, and line up the indents.'

/** Why a parsed document is not accepted, and where, counted in characters from the start. */
export interface Refusal extends Telling {
  offset: number
  field: string
}

/**
 * The first reason to refuse a document, else null: errors, warnings, aliases, keys written
 * twice, keys that are no plain words, and keys that reach into JavaScript objects.
 */
export function refusalOf(document: Document.Parsed): Refusal | null {
  const broken = document.errors[0] ?? document.warnings[0]
  if (broken) {
    return {
      code: 'yaml-broken',
      message: `This is not sound YAML: ${broken.message.trim().replace(/\.$/, '')}.`,
      cure: CURES[broken.code] ?? OTHER_CURE,
      offset: startOf(broken, document),
      field: '',
    }
  }
  let refusal: Refusal | null = null
  visit(document, {
    Alias(_, alias, around) {
      refusal = {
        code: 'yaml-broken',
        message: `The alias *${alias.source} repeats another part of the file, which is not allowed.`,
        cure: 'Write out in full what the alias stands for.',
        offset: alias.range?.[0] ?? 0,
        field: fieldOf([...around, alias]).join('.'),
      }
      return visit.BREAK
    },
    Map(_, map, around) {
      const found = refusalOfKeys(map)
      if (!found) return undefined
      refusal = { ...found, field: [...fieldOf([...around, map]), found.field].join('.') }
      return visit.BREAK
    },
  })
  return refusal
}

/** Where an error begins: that a quote is never closed shows only at the end of the file. */
function startOf({ pos: [found] }: YAMLError, document: Document.Parsed): number {
  let start = found
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
      if (!isQuoted || !range || range[0] > found || range[1] < found) return undefined
      start = range[0]
      return visit.BREAK
    },
  })
  return start
}

function refusalOfKeys(map: YAMLMap): Refusal | null {
  const seen = new Set<string>()
  for (const { key } of map.items) {
    const offset = (isNode(key) ? key.range?.[0] : map.range?.[0]) ?? 0
    if (!isScalar(key)) {
      return {
        code: 'yaml-broken',
        message: 'A list or a mapping stands where the name of a field belongs.',
        cure: 'Write the name of the field as one word.',
        offset,
        field: '',
      }
    }
    const name = String(key.value)
    if (FORBIDDEN_KEYS.has(name)) {
      return {
        code: 'field-unknown',
        message: `No field may be called "${name}".`,
        cure: `Delete "${name}" and what belongs to it.`,
        offset,
        field: name,
      }
    }
    if (seen.has(name)) {
      return {
        code: 'id-duplicate',
        message: `The name "${name}" is written twice in the same place.`,
        cure: 'Delete one of the two, or give it a name of its own.',
        offset,
        field: name,
      }
    }
    seen.add(name)
  }
  return null
}

/** The steps to the last of these nodes, each of which stands in the one before it. */
function fieldOf(nodes: readonly unknown[]): (string | number)[] {
  return nodes.flatMap((node, index): (string | number)[] => {
    if (isPair(node) && isScalar(node.key)) return [String(node.key.value)]
    if (isSeq(node) && index + 1 < nodes.length) return [node.items.indexOf(nodes[index + 1])]
    return []
  })
}
