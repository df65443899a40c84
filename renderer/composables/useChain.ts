import { inject, provide, ref } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import type { Chain } from '../../core/schema/chain'

const KEY: InjectionKey<Readonly<Ref<Chain | null>>> = Symbol('chain')

/** Gives the figures below the chain by which their feet move the rest of them. */
export const provideChain = (chain: Readonly<Ref<Chain | null>>): void => provide(KEY, chain)

/** The chain that was given; none where nobody gave one, and then a foot moves nothing but itself. */
export const useChain = (): Readonly<Ref<Chain | null>> => inject(KEY, () => ref(null), true)
