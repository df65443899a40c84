import type { Handlers } from '../../core/contract'
import type { LoadedPack } from '../load-pack'

/** Hands the page the words of one more language. */
export const loadWords =
  (pack: Promise<LoadedPack>): Handlers['loadWords'] =>
  async ({ tag }) => {
    const loaded = await pack
    return (loaded.ok && loaded.bundle.words[tag]) || null
  }
