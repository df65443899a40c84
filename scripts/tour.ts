import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openKiosk, type Kiosk, type KioskOptions } from './drive/kiosk'
import { layoutFaults } from './drive/layout-faults'
import { paperTour } from './drive/paper-tour'
import { everyReachStop } from './drive/reach'
import { PSEUDO_TAG, textOutsideBrackets, writePseudoContent } from './drive/pseudo-language'
import { countsOfAMonth, everyStaffStop } from './drive/staff-stops'
import { everyStop, PLACES, setLook, type Look, type Place } from './drive/stops'
import { prepareKiosk } from './prepare'
import { ROOT } from './project'

/**
 * Drives the real program through every screen and takes its picture.
 *
 * `npm run tour -- --only story --lang es --size 1080x1920 --text 4 --theme dark` narrows it; each may be
 * given more than once. `--lang pseudo` shows English in brackets, accented and longer, so that what no
 * translation reaches stands out; it is made for the tour and never shipped. `--reach` shows reach mode, each screen at every place that it moves to.
 * `--only handout` makes handouts of every kind, as PDF and as pictures of their pages.
 * Pictures and `index.html`, a sheet of them all, go to `out/tour/`.
 */
const OUT = join(ROOT, 'out', 'tour')

/** So short that the question comes at once, and so long that it stays for its picture. */
const SOON = { askAfterSeconds: 1, countdownSeconds: 600 }

/** What `--lang` calls English as no translation looks. */
const PSEUDO = 'pseudo'

interface TourLook extends Look {
  /** Every text in pseudo English instead of a language. */
  isPseudo: boolean
  size: { width: number; height: number }
}
interface Shot {
  file: string
  faults: string[]
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    lang: { type: 'string', multiple: true, default: [''] },
    size: { type: 'string', multiple: true, default: ['1080x1920', '1920x1080'] },
    text: { type: 'string', multiple: true, default: ['1'] },
    theme: { type: 'string', multiple: true, default: ['light'] },
    reach: { type: 'boolean', default: false },
  },
})

await prepareKiosk({ virtualDisplay: true, pagePictures: true })
const looks: TourLook[] = values.lang.flatMap((lang) =>
  values.size.flatMap((size) =>
    values.text.flatMap((text) => values.theme.map((theme) => readLook(lang, size, text, theme))),
  ),
)
const onlyHandout = values.only?.every((name) => name === 'handout') ?? false
const asked: readonly string[] = values.only ?? PLACES
const places = asked.filter((name) => name !== 'handout').map(readPlace)

await rm(OUT, { recursive: true, force: true })
const shots: Shot[] = []
const pseudoContent = join(OUT, 'pseudo-content')
if (looks.some(({ isPseudo }) => isPseudo))
  await writePseudoContent(join(ROOT, 'content'), pseudoContent)
if (!onlyHandout) for (const look of looks) shots.push(...(await tourOf(look)))
if (values.only?.includes('handout') ?? true) shots.push(...(await tourOfPaper()))
await writeFile(join(OUT, 'index.html'), contactSheet(shots))

const faults = shots.flatMap(({ file, faults }) => faults.map((fault) => `${file}: ${fault}`))
for (const fault of faults) console.error(fault)
console.log(`${shots.length} pictures in ${OUT}, ${faults.length} faults`)

async function tourOf(look: TourLook): Promise<Shot[]> {
  const { width, height } = look.size
  const lang = look.isPseudo ? PSEUDO : look.lang
  const named = lang ? `${lang}-` : ''
  const reach = look.reach ? '-reach' : ''
  const folder = `${named}${width}x${height}-text${look.text}-${look.theme}${reach}`
  const taken: Shot[] = []
  const shoot = async (kiosk: Kiosk, name: string): Promise<void> => {
    const file = join(folder, `${name.replace('/', '-')}.png`)
    await mkdir(dirname(join(OUT, file)), { recursive: true })
    await kiosk.page().screenshot({ path: join(OUT, file) })
    const faults = await layoutFaults(kiosk.page())
    if (look.isPseudo)
      for (const text of await textOutsideBrackets(kiosk.page()))
        faults.push(`not translatable: ${text}`)
    taken.push({ file, faults })
  }
  // What is moved out of sight is no fault.
  const shootMoved = async (kiosk: Kiosk, name: string): Promise<void> => {
    for await (const moved of everyReachStop(kiosk.page())) {
      if (moved === 0) continue
      const file = join(folder, `${name.replace('/', '-')}-moved-${moved}.png`)
      await kiosk.page().screenshot({ path: join(OUT, file) })
      taken.push({ file, faults: [] })
    }
  }
  // Every exercise is looked at, also those that a clinician must switch on first.
  if (places.some((place) => place !== 'staff'))
    await inKiosk(look, { settings: { exercisesSwitchedOn: ['nerve-slider'] } }, async (kiosk) => {
      for await (const { name } of everyStop(kiosk, look, places)) {
        await shoot(kiosk, name)
        if (look.reach) await shootMoved(kiosk, name)
      }
    })
  if (places.includes('staff'))
    await inKiosk(look, { staff: 'set-up', files: countsOfAMonth() }, async (kiosk) => {
      for await (const stop of everyStaffStop(kiosk, look)) await shoot(kiosk, stop.name)
    })
  if (!values.only)
    await inKiosk(look, { settings: SOON }, async (kiosk) => {
      await kiosk.page().locator('.attract .touch').click()
      await setLook(kiosk.page(), look)
      await kiosk.page().waitForSelector('dialog[open]')
      await shoot(kiosk, 'still-there/question')
    })
  console.error(`${folder}: ${taken.length} pictures`)
  return taken
}

/** Handouts on paper, which know nothing of the size of a screen. */
async function tourOfPaper(): Promise<Shot[]> {
  const files = await paperTour(join(OUT, 'handout'))
  console.error(`handout: ${files.length} pictures`)
  return files.map((name) => ({ file: join('handout', name), faults: [] }))
}

async function inKiosk(
  look: TourLook,
  options: KioskOptions,
  act: (kiosk: Kiosk) => Promise<void>,
): Promise<void> {
  const { size, isPseudo } = look
  const settings = { ...options.settings, ...(isPseudo && { languages: [PSEUDO_TAG] }) }
  const kiosk = await openKiosk({
    size,
    ...options,
    settings,
    ...(isPseudo && { content: pseudoContent }),
  })
  try {
    await act(kiosk)
  } finally {
    await kiosk.close()
  }
}

function readLook(lang: string, size: string, text: string, theme: string): TourLook {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size) ?? []
  if (!width || !height) throw new Error(`--size is written like 1080x1920, not ${size}`)
  if (!/^[1-4]$/.test(text)) throw new Error(`--text is 1, 2, 3 or 4, not ${text}`)
  if (theme !== 'light' && theme !== 'dark')
    throw new Error(`--theme is light or dark, not ${theme}`)
  return {
    size: { width: Number(width), height: Number(height) },
    text: Number(text),
    theme,
    ...(lang && lang !== PSEUDO && { lang }),
    isPseudo: lang === PSEUDO,
    reach: values.reach,
  }
}

function readPlace(name: string): Place {
  const place = PLACES.find((some) => some === name)
  if (!place) throw new Error(`--only is one of ${PLACES.join(', ')}, handout, not ${name}`)
  return place
}

function contactSheet(all: readonly Shot[]): string {
  const figures = all.map(
    ({ file, faults }) =>
      `<figure${faults.length ? ' class="faulty"' : ''}><a href="${file}"><img loading="lazy" src="${file}"></a><figcaption>${file}${faults.map((fault) => `<br>${fault.replace(/[<&]/g, (c) => `&#${c.charCodeAt(0)};`)}`).join('')}</figcaption></figure>`,
  )
  return `<!doctype html><meta charset="utf-8"><title>Tour</title><style>body{display:flex;flex-wrap:wrap;gap:12px;font:12px sans-serif}figure{margin:0;width:300px}img{width:100%;border:1px solid #ccc}.faulty img{border:3px solid red}</style>${figures.join('\n')}\n`
}
