import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** A test that failed, and the first lines of why. */
export interface Failure {
  name: string
  why: string
}

const LINES = 12

const vitest = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

const errors = z.array(z.object({ message: z.string().default('') }))
const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  ok: z.boolean(),
  tests: z.array(z.object({ results: z.array(z.object({ errors: errors.default([]) })) })),
})
interface Suite {
  specs?: z.infer<typeof spec>[] | undefined
  suites?: Suite[] | undefined
}
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec).optional(), suites: z.array(suite).optional() }),
)
const playwright = z.object({ suites: z.array(suite), errors })

/**
 * What failed by a JSON report of vitest or Playwright. A run of half an hour says it at its end once more: the end is what is kept of a
 * log, and what is read first. Empty for a report that is not there.
 */
export function failuresIn(report: string): Failure[] {
  const content: unknown = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  const unit = vitest.safeParse(content)
  if (unit.success) return unit.data.testResults.flatMap(ofFile)
  const browser = playwright.safeParse(content)
  if (!browser.success) return []
  return [
    ...browser.data.suites.flatMap(ofSuite),
    ...browser.data.errors.map(({ message }) => ({ name: 'outside of tests', why: shortened(message) })),
  ]
}

function ofFile({ name, status, message, assertionResults }: z.infer<typeof vitest>['testResults'][number]): Failure[] {
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (status === 'failed' && failed.length === 0) return [{ name, why: shortened(message) }]
  return failed.map(({ fullName, failureMessages }) => ({
    name: `${name} › ${fullName}`,
    why: shortened((failureMessages ?? []).join('\n')),
  }))
}

function ofSuite({ specs = [], suites = [] }: Suite): Failure[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) => ({
      name: `${file}:${line} › ${title}`,
      why: shortened(
        tests.flatMap(({ results }) => results.flatMap((result) => result.errors.map((e) => e.message))).join('\n'),
      ),
    }))
  return [...own, ...suites.flatMap(ofSuite)]
}

function shortened(message: string): string {
  return stripVTControlCharacters(message).split('\n').slice(0, LINES).join('\n')
}
