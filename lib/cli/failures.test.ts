import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { failuresIn } from './failures'

const folder = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-failures-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('what failed in a run', () => {
  it('is named by file and test, with its reason', () => {
    const assertionResults = [
      { fullName: 'sums add up', status: 'passed', failureMessages: [] },
      { fullName: 'sums stay whole', status: 'failed', failureMessages: ['expected 1 to be 2'] },
    ]
    const testResults = [{ name: 'sum.test.ts', status: 'failed', message: '', assertionResults }]
    expect(failuresIn(report({ testResults }))).toEqual([
      { name: 'sum.test.ts › sums stay whole', why: 'expected 1 to be 2' },
    ])
  })

  it('is a file that could not be loaded', () => {
    const testResults = [{ name: 'sum.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }]
    expect(failuresIn(report({ testResults }))).toEqual([{ name: 'sum.test.ts', why: 'no such module' }])
  })

  it('is found in suites within suites, without colours, in its first lines', () => {
    const spec = (title: string, ok: boolean, ...errors: object[]) => ({
      title,
      file: 'page.spec.ts',
      line: 7,
      ok,
      tests: [{ results: [{ errors }] }],
    })
    const long = `\u001b[31mnot seen\u001b[39m\n${'line\n'.repeat(40)}`
    const inner = { specs: [spec('opens', true), spec('closes', false, { message: long }, { message: 'after' })] }
    const [failure, outside, ...more] = failuresIn(
      report({ suites: [{ specs: [], suites: [inner] }], errors: [{ message: 'no browser' }] }),
    )
    expect(failure?.name).toBe('page.spec.ts:7 › closes')
    expect(failure?.why.split('\n')).toHaveLength(12)
    expect(failure?.why).toMatch(/^not seen\n/)
    expect(outside).toEqual({ name: 'outside of tests', why: 'no browser' })
    expect(more).toEqual([])
  })

  it('is unknown without a report', () => {
    expect(failuresIn(path.join(folder, 'absent.json'))).toEqual([])
  })
})
