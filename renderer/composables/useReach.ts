import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { ScreenWords } from '../../core/schema/words'

/** Is everything that can be touched to lie low, and what the controls for it are called. */
export interface Reach {
  isOn: ComputedRef<boolean>
  words: ComputedRef<ScreenWords['reach']>
}

const REACH: InjectionKey<Reach> = Symbol('reach')

export const provideReach = (reach: Reach): void => provide(REACH, reach)

/** Null where nobody has provided it, as in a test of one component. */
export const useReach = (): Reach | null => inject(REACH, null)
