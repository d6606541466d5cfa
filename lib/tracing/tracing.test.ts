import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { readEnv } from '../env'
import { readTraceparent } from './traceparent'
import { beginRequest, noteReference, noteStatement, traced, traceTo } from './tracing'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'

afterEach(() => traceTo(undefined))

/** Keeps a line for each thing that is told. */
function recorder(): string[] {
  const told: string[] = []
  traceTo({
    begin: (name, { kind, parent }) => {
      told.push(`${kind} ${name}${parent ? ' below' : ''}`)
      return {
        rename: () => undefined,
        set: (attributes) => void told.push(`${name} ${JSON.stringify(attributes)}`),
        fail: () => void told.push(`${name} failed`),
        end: () => void told.push(`${name} ended`),
      }
    },
    flush: async () => undefined,
  })
  return told
}

describe('spans', () => {
  it('are none where nobody takes them, and the work is done all the same', async () => {
    expect(beginRequest('GET', undefined)).toBeUndefined()
    noteStatement('select records', 3)
    noteReference('ABCD-EFGH')
    expect(await traced('softDeleteRecords', async (span) => [span, 7])).toEqual([undefined, 7])
  })

  it('stand below the request that they are of, which bears the reference', async () => {
    const told = recorder()
    beginRequest('POST', undefined)
    const work = traced('restoreRecords', async () => {
      noteStatement('insert audit_entry', 3)
      noteReference('ABCD-EFGH')
      throw new Error('gone')
    })
    await expect(work).rejects.toThrow('gone')
    expect(told).toEqual([
      'request POST',
      'verb restoreRecords below',
      'statement insert audit_entry below',
      'insert audit_entry ended',
      'POST {"mastra_admin.reference":"ABCD-EFGH"}',
      'POST failed',
      'restoreRecords failed',
      'restoreRecords ended',
    ])
  })
})

describe('the trace that a request is a part of', () => {
  it('is read as W3C has it', () => {
    expect(readTraceparent(`00-${TRACE}-${SPAN}-01`)).toEqual({
      traceId: TRACE,
      spanId: SPAN,
      traceFlags: 1,
      isRemote: true,
    })
    expect(readTraceparent(`01-${TRACE}-${SPAN}-00-more`)).toMatchObject({ traceFlags: 0 })
  })

  it.each([
    undefined,
    '',
    `ff-${TRACE}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}`,
  ])('is none in %s', (header) => expect(readTraceparent(header)).toBeNull())
})

describe('what sends traces', () => {
  it('is loaded by no one but the start, and there only when it is asked for', () => {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' })
    const naming = (pattern: RegExp) =>
      files.split('\n').filter((file) => existsSync(file) && pattern.test(readFileSync(file, 'utf8')))
    expect(naming(/from '@[o]pentelemetry\//)).toEqual(['lib/tracing/open-telemetry.ts'])
    expect(naming(/['/][o]pen-telemetry'\)?$/m)).toEqual(['lib/server/start-up.ts'])
    expect(readFileSync('lib/server/start-up.ts', 'utf8')).toMatch(/await import\('\.\.\/tracing\/open-telemetry'\)/)
  })

  it('is told by OpenTelemetry’s own variables, and what is not spoken is refused', () => {
    const NODE_ENV = 'production' as const
    const set = { NODE_ENV, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SDK_DISABLED: 'TRUE' }
    expect(readEnv(set)).toMatchObject({ OTEL_SDK_DISABLED: 'true' })
    expect(() => readEnv({ ...set, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toThrow(/OTEL_EXPORTER_OTLP_PROTOCOL/)
    expect(() => readEnv({ NODE_ENV, OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' })).toThrow(/OTLP_ENDPOINT/)
  })
})
