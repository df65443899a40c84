import { computed, type ComputedRef } from 'vue'
import { useContentStore } from '../stores/content'
import { useWords } from './useWords'

/** The safety net with the numbers of the clinic filled in. */
export interface FilledSafetyNet {
  lead: string
  signs: readonly string[]
  call: string
  notFullStory: string
  askStaff: string
  /** Empty where the clinic has set no number for it. */
  crisis: string
}

/** The fixed words of the safety net, the same on every screen. */
export function useSafetyNet(): {
  net: ComputedRef<FilledSafetyNet>
  emergencyNumber: ComputedRef<string>
} {
  const content = useContentStore()
  const { words, say } = useWords()
  const emergencyNumber = computed(
    () => content.settings.emergencyNumber.trim() || words.value.safetyNet.localNumber,
  )
  const net = computed((): FilledSafetyNet => {
    const { crisisLine } = content.settings
    const { lead, signs, call, notFullStory, askStaff, crisis } = words.value.safetyNet
    return {
      lead,
      signs,
      call: say(call, { emergencyNumber: emergencyNumber.value }),
      notFullStory,
      askStaff,
      crisis: crisisLine ? say(crisis, { crisisLine }) : '',
    }
  })
  return { net, emergencyNumber }
}
