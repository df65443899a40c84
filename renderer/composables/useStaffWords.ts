import { computed, type ComputedRef } from 'vue'
import type { StaffWords } from '../../core/schema/staff-words'
import { useContentStore } from '../stores/content'
import { useWords, type WordsInUse } from './useWords'

/** The words that staff read; the shell sees to it that each language has them, if only in English. */
export function useStaffWords(): Pick<WordsInUse, 'say'> & { staff: ComputedRef<StaffWords> } {
  const content = useContentStore()
  const { say } = useWords()
  const staff = computed(() => {
    const { staff } = content.words
    if (!staff) throw new Error('not in the content: words for staff')
    return staff
  })
  return { staff, say }
}
