import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ExerciseFigure from '../../../renderer/figure/ExerciseFigure.vue'
import { shippedExercises } from '../../support/exercises-with-poses'

const bridge = shippedExercises.find(({ id }) => id === 'glute-bridge')
if (!bridge) throw new Error('There is no glute-bridge')

const show = (props: object = {}) =>
  mount(ExerciseFigure, {
    props: { exercise: bridge, description: 'Someone lifts their hips.', ...props },
    attachTo: document.body,
  })
const pathsOf = (figure: ReturnType<typeof show>) =>
  figure.findAll('path').map((path) => path.element.getAttribute('d'))

/** Tells observers at once whether what they observe can be seen. */
function seenAs(isIntersecting: boolean): void {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
      observe(): void {
        this.tell([{ isIntersecting }])
      }
      unobserve(): void {
        this.tell([{ isIntersecting: false }])
      }
      disconnect(): void {
        this.tell([{ isIntersecting: false }])
      }
    },
  )
}

describe('the figure that does an exercise', () => {
  let frames: FrameRequestCallback[] = []
  beforeEach(() => {
    frames = []
    vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames = []
    })
    vi.stubGlobal('matchMedia', () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }))
    seenAs(true)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.innerHTML = ''
  })
  const pass = (milliseconds: number) => {
    const due = frames
    frames = []
    for (const frame of due) frame(milliseconds)
  }

  it('is one picture with a description for people who cannot see it', () => {
    const picture = show().get('[role="img"]')
    expect(picture.get('title').text()).toBe('Someone lifts their hips.')
  })

  it('moves while it plays and can be seen', async () => {
    const figure = show({ playing: true })
    await nextTick()
    pass(1000)
    const before = pathsOf(figure)
    pass(2000)
    expect(pathsOf(figure)).not.toEqual(before)
  })

  it('asks for no frame while nobody sees it', async () => {
    seenAs(false)
    show({ playing: true })
    await nextTick()
    expect(frames).toEqual([])
  })

  it('asks for no frame under reduced motion', async () => {
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }))
    show({ playing: true })
    await nextTick()
    expect(frames).toEqual([])
  })

  it('follows the phase of a guided movement', async () => {
    const figure = show({ phase: 0 })
    const atStart = pathsOf(figure)
    await figure.setProps({ phase: 1 })
    const atEnd = pathsOf(figure)
    expect(atEnd).not.toEqual(atStart)
    await figure.setProps({ phase: 0 })
    expect(pathsOf(figure)).toEqual(atStart)
  })

  it('shows the key pose that it is asked for', async () => {
    const figure = show({ still: 'start' })
    const start = pathsOf(figure)
    await figure.setProps({ still: 'middle' })
    expect(pathsOf(figure)).not.toEqual(start)
  })

  it('is the mirror of itself for the other side', () => {
    expect(show({ side: 'left' }).get('g').attributes('transform')).toContain('scale(-1 1)')
    expect(show({ side: 'right' }).get('g').attributes('transform')).toBeUndefined()
  })

  it('shows nothing for an exercise without poses', () => {
    expect(show({ exercise: {} }).find('svg').exists()).toBe(false)
  })
})
