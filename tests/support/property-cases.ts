import { configureGlobal } from 'fast-check'

// A property is tried on a thousand cases unless its test asks for more, or for fewer with a reason.
configureGlobal({ numRuns: 1_000 })
