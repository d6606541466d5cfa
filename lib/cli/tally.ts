import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many checks passed and failed. A check is one test, or a whole run of the compiler, the linter or the build. */
export interface Tally {
  passed: number
  failed: number
}

const vitest = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
})

export const one = (passed: boolean): Tally => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 })

export function sum(tallies: readonly Tally[]): Tally {
  const total = (key: keyof Tally) => tallies.reduce((all, tally) => all + tally[key], 0)
  return { passed: total('passed'), failed: total('failed') }
}

/** From vitest's JSON report. A file that could not even be loaded holds no tests and counts as one failure; so does no report at all. */
export function vitestTally(report: string, code: number | null): Tally {
  const parsed = vitest.safeParse(read(report))
  if (!parsed.success) return one(false)
  const { numPassedTests, numFailedTests, testResults } = parsed.data
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return atLeastOneFailure({ passed: numPassedTests, failed: numFailedTests + broken.length }, code)
}

/** From Playwright's JSON report. A test that passed only when repeated failed. */
export function playwrightTally(report: string, code: number | null): Tally {
  const parsed = playwright.safeParse(read(report))
  if (!parsed.success) return one(false)
  const { stats, errors } = parsed.data
  return atLeastOneFailure({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }, code)
}

/** A runner that ends with an error is never counted as green, whatever its report says. */
function atLeastOneFailure({ passed, failed }: Tally, code: number | null): Tally {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
