import { onBeforeUnmount, onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'

/**
 * Calls back with the seconds since it began on every frame while a picture is to move and can be
 * seen, and never when the visitor asked for reduced motion.
 *
 * Returns whether it moves now.
 */
export function useSecondsClock(
  picture: Readonly<Ref<Element | null>>,
  moves: Readonly<Ref<boolean>>,
  show: (seconds: number) => void,
): Readonly<Ref<boolean>> {
  const isSeen = ref(false)
  const isCalm = ref(false)
  const isMoving = ref(false)
  let frame = 0
  let started = 0

  const step = (now: number): void => {
    started ||= now
    show((now - started) / 1000)
    frame = requestAnimationFrame(step)
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    frame = 0
    started = 0
  }
  const decide = (): void => {
    isMoving.value = moves.value && isSeen.value && !isCalm.value && !document.hidden
    if (isMoving.value && frame === 0) frame = requestAnimationFrame(step)
    else if (!isMoving.value) stop()
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
  })
  watch(
    picture,
    (element, before) => {
      if (before) sight?.unobserve(before)
      if (element) sight?.observe(element)
    },
    { flush: 'post', immediate: true },
  )
  watch(moves, decide)
  onBeforeUnmount(() => {
    stop()
    sight?.disconnect()
    calm?.removeEventListener('change', noteCalm)
    document.removeEventListener('visibilitychange', decide)
  })
  return isMoving
}
