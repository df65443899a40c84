import vue from '@vitejs/plugin-vue'
import { configDefaults, defineConfig } from 'vitest/config'

/** Tests named *.full.test.ts are long and run with `npm run test:full` alone. */
const exclude = [
  ...configDefaults.exclude,
  'tests/journeys/**',
  ...(process.env['TEST_FULL'] === '1' ? [] : ['**/*.full.test.ts']),
]

/** A thousand cases of a property may take some seconds when both cores are busy. In ms. */
const testTimeout = 60_000

export default defineConfig({
  test: {
    // As many as there are cores; by default one of two stays idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{core,electron,content,scripts}/**/*.test.ts'],
          exclude,
          testTimeout,
          setupFiles: ['tests/support/property-cases.ts'],
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.ts'],
          exclude,
          testTimeout,
          setupFiles: ['tests/support/property-cases.ts'],
        },
      },
    ],
  },
})
