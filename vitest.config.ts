import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = {
  // In a server component the package is empty; anywhere else it throws, which is its purpose and not ours here.
  'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
  '@/': fileURLToPath(new URL('./', import.meta.url)),
}

/** What comes to be so by itself is waited for as long as a busy machine may take, and not for the second that is given by default. */
const expectation = { poll: { timeout: 15_000 } }

/** Two projects: `unit` needs nothing but Node, `db` a Postgres, which its global set-up starts. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: [
            'lib/**/*.test.{ts,tsx}',
            'components/**/*.test.{ts,tsx}',
            'app/**/*.test.{ts,tsx}',
            'prisma/**/*.test.ts',
          ],
          exclude: ['**/*.db.test.ts'],
          // Properties and megabytes take seconds where the machine has other work; what hangs is still found.
          testTimeout: 30_000,
          expect: expectation,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['{lib,app,prisma,scripts}/**/*.db.test.ts'],
          globalSetup: 'lib/db/test-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: expectation,
        },
      },
    ],
  },
})
