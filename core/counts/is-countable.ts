import type { Counted } from '../schema/counts'
import type { Bundle } from '../schema/pack'

/**
 * Does it name something that this content has? Only then is it counted, so that no page can have
 * words of its own written down.
 */
export function isCountable({ what, which }: Counted, bundle: Bundle): boolean {
  switch (what) {
    case 'chapter':
      return bundle.story.chapters.some(({ id }) => id === which)
    case 'exercise':
      return Object.hasOwn(bundle.exercises, which)
    case 'level':
      return ['1', '2', '3', '4'].includes(which)
    case 'language':
      return Object.hasOwn(bundle.words, which)
    case 'teach-back':
      return which === 'right' || which === 'wrong'
    case 'start':
    case 'print':
    case 'idle':
      return which === 'all'
  }
}
