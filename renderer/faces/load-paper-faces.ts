/** By script (ISO 15924), how the faces for paper are loaded; each is loaded once. */
const FACES: Readonly<Record<string, () => Promise<unknown>>> = {
  Arab: () => import('./arabic-on-paper.css'),
  Hans: () =>
    Promise.all([
      import('./chinese-on-paper.css'),
      import('@fontsource/noto-sans-sc/400.css'),
      import('@fontsource/noto-sans-sc/700.css'),
    ]),
}

/**
 * Makes the faces known in which a language stands on paper. They are not those of the screen: a PDF
 * takes a variable face apart into drawings of its letters, which are slow, and four times as large.
 */
export async function loadPaperFaces(tag: string): Promise<void> {
  await FACES[new Intl.Locale(tag).maximize().script ?? '']?.()
}
