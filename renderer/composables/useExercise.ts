import { computed, type ComputedRef } from 'vue'
import type { Exercise } from '../../core/schema/exercise'
import { useContentStore } from '../stores/content'

/** An exercise of the content by its id; undefined where there is none, or no id. */
export function useExercise(id: () => string | undefined): ComputedRef<Exercise | undefined> {
  const content = useContentStore()
  return computed(() => {
    const wanted = id()
    return wanted === undefined ? undefined : content.bundle.exercises[wanted]
  })
}
