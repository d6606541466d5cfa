import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startTestServer, TEMPLATE, type TestServer } from '../db/test-server'
import { type Failure, failuresIn } from './failures'
import { say, secondsSince, step } from './step'
import { one, sum, type Tally } from './tally'
import { checkBuild, checkLint, checkTypes, endStages, runPlaywright, runVitest } from './test-stages'

export interface TestOptions {
  /** Only these tests: `unit` and `db` are vitest's projects, `e2e` needs a build and a browser. Every check without it. */
  only?: 'unit' | 'db' | 'e2e'
  /** Only tests whose names match, in both runners. */
  pattern?: string
  /** Takes the pictures of the design page anew, after the look was changed on purpose. */
  updatePictures?: boolean
}

/**
 * Every check in one go: types, lint, unit and integration tests, build, end-to-end tests. A stage that fails does not keep the
 * others from running. The last line is `N passed, N failed`; returns whether nothing failed.
 */
export async function runTests({ only, pattern, updatePictures }: TestOptions): Promise<boolean> {
  const reports = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-test-'))
  const tallies: Tally[] = []
  const failures: Failure[] = []
  const stage = async (title: string, work: () => Promise<Tally>) => {
    const tally = await timed(title, work)
    tallies.push(tally)
    return tally.failed === 0
  }
  let server: TestServer | undefined
  const cleanUp = async () => {
    rmSync(reports, { recursive: true, force: true })
    await server?.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      endStages()
      cleanUp().finally(() => process.exit(1))
    })
  }
  try {
    if (!only) {
      await stage('types', checkTypes)
      await stage('lint', checkLint)
    }
    if (only !== 'unit') server = await step('Starting a Postgres for the tests', startTestServer)
    const env: Record<string, string> = server
      ? { TEST_DATABASE_URL: server.url, TEST_DATABASE_TEMPLATE: TEMPLATE }
      : {}
    const selected = pattern === undefined ? [] : [pattern]
    if (only !== 'e2e') {
      const report = path.join(reports, 'vitest.json')
      await stage('unit and integration tests', () => runVitest(report, env, only, ...selected))
      failures.push(...failuresIn(report))
    }
    if (only === undefined || only === 'e2e') {
      const built = await stage('build', checkBuild)
      const report = path.join(reports, 'playwright.json')
      if (built) await stage('end-to-end tests', () => runPlaywright(report, env, { pattern, updatePictures }))
      else say('Without a build there are no end-to-end tests.')
      failures.push(...failuresIn(report))
    }
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    tallies.push(one(false))
  } finally {
    await cleanUp()
  }
  for (const { name, why } of failures) say(`\n✗ ${name}\n${why}`)
  const { passed, failed } = sum(tallies)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed === 0
}

async function timed(title: string, work: () => Promise<Tally>): Promise<Tally> {
  const began = Date.now()
  say(`\n━━ ${title}`)
  const tally = await work().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    return one(false)
  })
  say(`━━ ${title}: ${tally.passed} passed, ${tally.failed} failed, ${secondsSince(began)}`)
  return tally
}
