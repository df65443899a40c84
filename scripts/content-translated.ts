// Notes from which texts a translation was made, so that the check can tell when these have changed.
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { madeFromNow } from '../core/content/made-from'
import { LanguageTag } from '../core/schema/id'
import { readPack } from '../electron/content-files'
import { PlainError } from './plain-error'
import { ROOT } from './project'

const USAGE =
  'Usage: npm run content:translated -- LANGUAGE [--only story.slides.feet-first ...] [--pack FOLDER]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [''] },
    pack: { type: 'string', default: join(ROOT, 'content') },
  },
})
const tag = LanguageTag.safeParse(positionals[0])
if (!tag.success || positionals.length !== 1) throw new PlainError(USAGE)

const folder = resolve(values.pack)
const pack = await readPack(folder)
if (!pack) throw new PlainError(`There is no pack in ${folder}.`)
const file = join(folder, 'words', tag.data, 'made-from.json')
const { madeFrom, noted } = madeFromNow(pack.files, tag.data, values.only)
const text = `${JSON.stringify(madeFrom, null, 2)}\n`
if (text !== (await readFile(file, 'utf8').catch(() => ''))) await writeFile(file, text)
console.log(
  `Noted the source of ${noted} texts in ${file}; it knows ${Object.keys(madeFrom).length}.`,
)
