import { defineConfig, devices } from '@playwright/test'
import { readEnv } from './lib/env'

const { CHROME, CI } = readEnv()

/** Run through `npm test`, which makes the build and the database server that every worker takes its own server and database from. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: CI !== undefined,
  retries: 0,
  workers: 2,
  // Some tests look at one page in four widths and two themes; a machine with other work needs longer for that.
  timeout: 150_000,
  // The same pictures everywhere: the fonts are the project's own. What is left are a browser's ways to smooth an edge.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  expect: {
    // Pages come within a second; a machine that makes a second browser's at the same moment needs longer.
    timeout: 15_000,
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide' },
  },
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: {
      executablePath: CHROME,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
    screenshot: 'only-on-failure',
  },
})
