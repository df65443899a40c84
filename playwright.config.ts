import { defineConfig } from '@playwright/test'

/** Journeys named *.full.spec.ts are long and run with `npm run test:full` alone. */
const isFull = process.env['TEST_FULL'] === '1'

export default defineConfig({
  testDir: 'tests/journeys',
  testIgnore: isFull ? [] : '**/*.full.spec.ts',
  outputDir: 'out/journeys',
  // One kiosk at a time: each measures how quick it is.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['JOURNEYS_REPORT'] ?? 'out/journeys.json' }],
  ],
})
