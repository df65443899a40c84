import type { z } from 'zod'
import type { Handlers, Opening } from '../../core/contract'
import type { LoadedPack } from '../load-pack'
import type { SettingsHolder } from '../settings-file'

/**
 * Hands the page the compiled content and the settings that count now, or says why there is none.
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
    return loaded.ok
      ? { ok: true, bundle: loaded.bundle, settings: settings.current(), opening: opening() }
      : loaded
  }
