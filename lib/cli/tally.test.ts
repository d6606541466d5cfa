import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { playwrightTally, sum, vitestTally } from './tally'

const folder = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = (passed: number, failed: number, testResults: object[] = []) =>
  report({ success: failed === 0, numPassedTests: passed, numFailedTests: failed, testResults })

const playwright = (expected: number, unexpected: number, flaky = 0, errors: object[] = []) =>
  report({ stats: { expected, unexpected, flaky }, errors })

describe('the tally of a test run', () => {
  it('takes the numbers of the reports', () => {
    expect(vitestTally(vitest(12, 0), 0)).toEqual({ passed: 12, failed: 0 })
    expect(vitestTally(vitest(12, 3), 1)).toEqual({ passed: 12, failed: 3 })
    expect(playwrightTally(playwright(7, 2), 1)).toEqual({ passed: 7, failed: 2 })
  })

  it('counts a file that could not be loaded, which has no tests to count', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }
    expect(vitestTally(vitest(1, 1, [broken, failing]), 1)).toEqual({ passed: 1, failed: 2 })
  })

  it('counts what passed only when repeated, and errors outside of tests, as failed', () => {
    expect(playwrightTally(playwright(5, 0, 1, [{}]), 1)).toEqual({ passed: 5, failed: 2 })
  })

  it('is never green when the runner was not', () => {
    expect(vitestTally(vitest(12, 0), 1)).toEqual({ passed: 12, failed: 1 })
    expect(playwrightTally(playwright(7, 0), null)).toEqual({ passed: 7, failed: 1 })
    expect(vitestTally(path.join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 })
    expect(playwrightTally(path.join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 })
  })

  it('adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 })
    expect(sum([])).toEqual({ passed: 0, failed: 0 })
  })
})
