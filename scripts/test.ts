import { parseArgs } from 'node:util'
import { PlainError } from './plain-error'
import { lastLine } from './testing/tally'
import { NotRun, stepsOf, type Outcome, type Step, type TestOptions } from './testing/steps'

/**
 * The whole gate: `npm test`. `-- --full` adds the long forms, `-- --only units` runs single steps.
 * The last line is `N passed, N failed`; single tests count one each, every other step counts one.
 */
const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    'only-extra': { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
})
const options: TestOptions = { full: values.full, onlyExtra: values['only-extra'] }
const isCI = process.env['CI'] === 'true'

const total = { passed: 0, failed: 0 }
for (const step of chosen(stepsOf(options), values.only)) {
  const began = Date.now()
  process.stdout.write(`${step.name} ...\n`)
  const { passed, failed } = await report(step, began)
  total.passed += passed
  total.failed += failed
}
process.stdout.write(`${lastLine(total)}\n`)
process.exitCode = total.failed > 0 ? 1 : 0

async function report(step: Step, began: number): Promise<{ passed: number; failed: number }> {
  let outcome: Outcome
  try {
    outcome = await step.run(options)
  } catch (error) {
    if (error instanceof NotRun) {
      process.stdout.write(`not run: ${step.name}: ${error.message}\n`)
      return { passed: 0, failed: isCI ? 1 : 0 }
    }
    throw error
  }
  // What nobody sees fail is no gate: in CI a skipped test is a failed one.
  const failed = outcome.failed + (isCI ? outcome.skipped : 0)
  if (failed > 0) process.stdout.write(outcome.output)
  for (const remark of outcome.remarks) process.stdout.write(`${step.name}: ${remark}\n`)
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : ''
  const seconds = Math.round((Date.now() - began) / 1000)
  process.stdout.write(
    `${step.name}: ${outcome.passed} passed, ${failed} failed${skipped}, ${seconds} s\n`,
  )
  return { passed: outcome.passed, failed }
}

function chosen(steps: readonly Step[], only: readonly string[] | undefined): readonly Step[] {
  if (!only) return steps
  const unknown = only.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) {
    const names = steps.map(({ name }) => name).join(', ')
    throw new PlainError(`There is no step "${unknown}". Steps: ${names}.`, 2)
  }
  return steps.filter(({ name }) => only.includes(name))
}
