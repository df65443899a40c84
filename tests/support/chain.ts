import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { Chain } from '../../core/schema/chain'

/** The chain that ships. */
export const shippedChain = Chain.parse(parse(readFileSync('content/chain.yaml', 'utf8')))
