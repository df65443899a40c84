import { onBeforeUnmount, onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'
import { STRIDE_SECONDS } from '../../core/figure/gait'

/**
 * Calls back with the phase of the walk (0 to 1) on every frame while the figure is to walk and
 * can be seen, and never when the visitor asked for reduced motion.
 *
 * Returns whether it walks now.
 */
export function useWalkClock(
  picture: Readonly<Ref<Element | null>>,
  walks: Readonly<Ref<boolean>>,
  show: (phase: number) => void,
): Readonly<Ref<boolean>> {
  const isSeen = ref(false)
  const isCalm = ref(false)
  const isWalking = ref(false)
  let frame = 0
  let started = 0

  const step = (now: number): void => {
    started ||= now
    show(((now - started) / 1000 / STRIDE_SECONDS) % 1)
    frame = requestAnimationFrame(step)
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    frame = 0
  }
  const decide = (): void => {
    isWalking.value = walks.value && isSeen.value && !isCalm.value && !document.hidden
    if (isWalking.value && frame === 0) frame = requestAnimationFrame(step)
    else if (!isWalking.value) stop()
  }

  const calm =
    typeof matchMedia === 'undefined' ? undefined : matchMedia('(prefers-reduced-motion: reduce)')
  const noteCalm = (): void => {
    isCalm.value = calm?.matches ?? false
    decide()
  }
  const sight =
    typeof IntersectionObserver === 'undefined'
      ? undefined
      : new IntersectionObserver((entries) => {
          isSeen.value = entries.at(-1)?.isIntersecting ?? false
          decide()
        })

  onMounted(() => {
    noteCalm()
    calm?.addEventListener('change', noteCalm)
    document.addEventListener('visibilitychange', decide)
    if (picture.value) sight?.observe(picture.value)
  })
  watch(walks, decide)
  onBeforeUnmount(() => {
    stop()
    sight?.disconnect()
    calm?.removeEventListener('change', noteCalm)
    document.removeEventListener('visibilitychange', decide)
  })
  return isWalking
}
