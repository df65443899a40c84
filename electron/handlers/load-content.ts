import type { Handlers } from '../../core/contract'
import type { Settings } from '../../core/schema/settings'
import type { LoadedPack } from '../load-pack'

/** Hands the page the compiled content, or says why there is none. */
export const loadContent =
  (pack: Promise<LoadedPack>, settings: Settings): Handlers['loadContent'] =>
  async () => {
    const loaded = await pack
    return loaded.ok ? { ok: true, bundle: loaded.bundle, settings } : loaded
  }
