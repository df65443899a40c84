import type { z } from 'zod'
import { offeredLanguages } from '../../core/language/offered-languages'
import type { Handlers, Opening } from '../../core/contract'
import type { LoadedPack } from '../load-pack'
import type { SettingsHolder } from '../settings-file'

/**
 * Hands the page the compiled content in its first language and the settings that count now, or says why there is none.
 * @param opening what this page opens with
 */
export const loadContent =
  (
    pack: Promise<LoadedPack>,
    settings: Pick<SettingsHolder, 'current'>,
    opening: () => z.infer<typeof Opening>,
  ): Handlers['loadContent'] =>
  async () => {
    const loaded = await pack
    if (!loaded.ok) return loaded
    const { bundle } = loaded
    const offered = offeredLanguages(bundle, settings.current().languages)
    const [first] = offered
    return {
      ok: true,
      bundle: { ...bundle, words: { [first.language.tag]: first } },
      languages: offered.map(({ language, screens }) => ({
        ...language,
        invitation: screens.attract.lines,
      })),
      settings: settings.current(),
      opening: opening(),
    }
  }
