/** By script (ISO 15924), how the faces for it are loaded; each is loaded once. */
const FACES: Readonly<Record<string, () => Promise<unknown>>> = {
  Arab: () => import('./arabic.css'),
  Hans: () => import('@fontsource-variable/noto-sans-sc/wght.css'),
}

/**
 * Makes the faces of a language known to the page; their files are read once a letter of theirs is
 * drawn. Apart from the first style sheet, since a hundred faces of Chinese would hold up the first
 * paint. Latin letters need none: they have the face of the theme.
 */
export async function loadFaces(tag: string): Promise<void> {
  await FACES[new Intl.Locale(tag).maximize().script ?? '']?.()
}
