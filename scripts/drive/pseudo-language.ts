import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import type { Page } from '@playwright/test'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument, stringify, visit } from 'yaml'
import { madeFromNow } from '../../core/content/made-from'
import { readPack } from '../../electron/content-files'

/** Pseudo English, in the tag that is kept for it; not of English, whose limits of length are for readers. */
export const PSEUDO_TAG = 'qps-Ploc'

/** How much longer than English a translation may be. */
const GROWTH = 0.4

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'áƀçđéƒĝĥîĵķļɱñóþǫŕšţûṽŵẋýžÁƁÇÐÉƑĜĤÎĴĶĻṀÑÓÞǪŔŠŢÛṼŴẊÝŽ'
const accentOf = new Map([...PLAIN].map((letter, at) => [letter, [...ACCENTED][at] ?? letter]))

/**
 * Writes a copy of the content whose one further language is pseudo English: each text is accented,
 * longer by 40 % and in brackets, so that what is not translatable, cut off or glued together is
 * seen at once.
 */
export async function writePseudoContent(content: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await cp(content, folder, { recursive: true })
  const words = join(folder, 'words')
  for (const tag of await readdir(words))
    if (tag !== 'en') await rm(join(words, tag), { recursive: true })
  const pseudo = join(words, PSEUDO_TAG)
  await mkdir(pseudo)
  for (const name of await readdir(join(words, 'en'))) {
    const document = parseDocument(await readFile(join(words, 'en', name), 'utf8'))
    if (name !== 'language.yaml')
      visit(document, {
        Scalar: (key, scalar) => {
          if (key !== 'key' && typeof scalar.value === 'string')
            scalar.value = pseudoOf(scalar.value)
        },
      })
    const value = document.toJS() as Record<string, unknown>
    const own = { tag: PSEUDO_TAG, name: pseudoOf('English') }
    const text = stringify(name === 'language.yaml' ? { ...value, ...own } : value)
    await writeFile(join(pseudo, name), text)
  }
  const pack = await readPack(folder)
  if (!pack) throw new Error(`no pack in ${folder}`)
  const { madeFrom } = madeFromNow(pack.files, PSEUDO_TAG, [''])
  await writeFile(join(pseudo, 'made-from.json'), JSON.stringify(madeFrom))
}

/** A text, or ICU message, in pseudo English; its variables stay what they are. */
export function pseudoOf(text: string): string {
  const elements = parse(text)
  const letters = accent(elements)
  const more = 'ó'.repeat(Math.ceil(letters * GROWTH))
  return `[${printAST(elements)}${more && ` ${more}`}]`
}

/** Puts accents on all words of a message; gives the number of its letters, in its longest form. */
function accent(elements: MessageFormatElement[]): number {
  let letters = 0
  for (const element of elements) {
    if ('options' in element)
      letters += Math.max(...Object.values(element.options).map(({ value }) => accent(value)))
    else if ('children' in element) letters += accent(element.children)
    else if (Number(element.type) === LITERAL && 'value' in element) {
      letters += element.value.length
      element.value = element.value.replace(/[a-z]/gi, (letter) => accentOf.get(letter) ?? letter)
    }
  }
  return letters
}
const LITERAL = 0

/** What stands on the screen, or is said of it, in no translatable words: outside all brackets. */
export async function textOutsideBrackets(page: Page): Promise<string[]> {
  const texts = await page.evaluate((tag) => {
    // Dates are written by Intl, which knows no such language.
    const isOwn = (element: Element): boolean =>
      element.closest('[lang]')?.getAttribute('lang') === tag &&
      element.checkVisibility() &&
      !element.closest('.date')
    const seen = [...document.querySelectorAll('body, body *')].filter(isOwn)
    const said = seen.flatMap((element) =>
      ['aria-label', 'aria-valuetext', 'alt', 'title'].map(
        (name) => element.getAttribute(name) ?? '',
      ),
    )
    const written = seen
      .flatMap((element) => [...element.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim() ?? '')
    return [...said, ...written]
  }, PSEUDO_TAG)
  return [...new Set(texts.filter((text) => /\p{L}/u.test(withoutBrackets(text))))]
}

function withoutBrackets(text: string): string {
  const shorter = text.replace(/\[[^[\]]*\]/g, '')
  return shorter === text ? text : withoutBrackets(shorter)
}
