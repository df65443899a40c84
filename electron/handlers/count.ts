import { isCountable } from '../../core/counts/is-countable'
import type { Handlers } from '../../core/contract'
import type { LoadedPack } from '../load-pack'
import type { UsageCounts } from '../usage-counts'

/** Counts one thing, if the content has it. */
export const count =
  (counts: Pick<UsageCounts, 'note'>, pack: Promise<LoadedPack>): Handlers['count'] =>
  async (event) => {
    const loaded = await pack
    if (loaded.ok && isCountable(event, loaded.bundle)) counts.note(event)
  }
