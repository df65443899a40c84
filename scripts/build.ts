import { build } from './app-build'

await build()
