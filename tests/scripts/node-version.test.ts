import { expect, it } from 'vitest'
import { nodeIsTooOld } from '../../scripts/node-version.mjs'

it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('runs on Node %s', (version) => {
  expect(nodeIsTooOld(version)).toBeNull()
})

it.each(['20.18.3', '18.20.0', '9.99.0'])('says plainly that Node %s is too old', (version) => {
  expect(nodeIsTooOld(version)).toMatch(
    new RegExp(`needs Node.js 20.19 or newer; this is ${version}`),
  )
})
