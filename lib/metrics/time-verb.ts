import 'server-only'
import type { Result } from '../result'
import { type OpenSpan, traced } from '../tracing/tracing'
import { bounded } from './bounded'
import { metrics } from './metrics'

const label = bounded()

/** Counts what came of a verb, `done` or the code of its refusal, and what it took. What it throws, which leads to another page, is `led on`. */
export function timeVerb<T>(name: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const verb = label(name || 'unnamed')
  return traced(verb, (span) => timed(verb, span, work))
}

async function timed<T>(verb: string, span: OpenSpan | undefined, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const end = metrics().verbSeconds.startTimer({ verb })
  let outcome = 'led on'
  try {
    const result = await work()
    outcome = result.ok ? 'done' : result.code
    return result
  } finally {
    end()
    metrics().verbs.inc({ verb, outcome })
    span?.set({ 'mastra_admin.outcome': outcome })
  }
}
