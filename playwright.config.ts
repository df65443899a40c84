import { defineConfig } from '@playwright/test'

/** Journeys named *.full.spec.ts are long and run with `npm run test:full` alone. */
const isFull = process.env['TEST_FULL'] === '1'

export default defineConfig({
  testDir: 'tests/journeys',
  testIgnore: isFull ? [] : '**/*.full.spec.ts',
  outputDir: 'out/journeys',
  // Each kiosk has a display, a home and a printer of its own, so two go side by side on two cores.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['JOURNEYS_REPORT'] ?? 'out/journeys.json' }],
  ],
})
