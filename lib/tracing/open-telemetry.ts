import 'server-only'
import {
  type Context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { describeError, log } from '../log'
import { appVersion } from '../server/version'
import { readTraceparent } from './traceparent'
import { type Beginning, type OpenSpan, traceTo } from './tracing'

const KINDS = { request: SpanKind.SERVER, verb: SpanKind.INTERNAL, statement: SpanKind.CLIENT } as const
/** Milliseconds between two lines of the log about a receiver that does not take what is sent. */
const QUIET = 60_000

/**
 * Sends spans by OTLP/HTTP to where OpenTelemetry's own variables say; they also say which are sampled and how many are kept back while the
 * receiver is away. The provider is not made the global one: Next would fill it with spans that hold addresses with their queries.
 */
export function startTracing(): void {
  tellOfFaults()
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'mastra-admin', 'service.version': appVersion() }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  const tracer = provider.getTracer('mastra-admin', appVersion())
  const spans = new WeakMap<OpenSpan, Span>()
  const begin = (name: string, { kind, parent, traceparent, attributes, at }: Beginning): OpenSpan => {
    const span = tracer.startSpan(
      name,
      { kind: KINDS[kind], attributes, startTime: at },
      contextOf(parent && spans.get(parent), traceparent),
    )
    const open: OpenSpan = {
      rename: (better) => void span.updateName(better),
      set: (more) => void span.setAttributes(more),
      fail: () => void span.setStatus({ code: SpanStatusCode.ERROR }),
      end: (when) => span.end(when),
    }
    spans.set(open, span)
    return open
  }
  traceTo({ begin, flush: () => provider.forceFlush() })
}

function contextOf(parent: Span | undefined, traceparent: string | undefined): Context {
  if (parent) return trace.setSpan(ROOT_CONTEXT, parent)
  const remote = readTraceparent(traceparent)
  return remote ? trace.setSpanContext(ROOT_CONTEXT, remote) : ROOT_CONTEXT
}

/** What the exporter has to say stands in our log, now and then: a receiver that is away is no reason to fill it. */
function tellOfFaults(): void {
  let last = Number.NEGATIVE_INFINITY
  const tell = (message: string) => {
    if (performance.now() - last < QUIET) return
    last = performance.now()
    log.warn({ error: describeError(message) }, 'traces could not be sent')
  }
  const nothing = () => undefined
  diag.setLogger({ error: tell, warn: tell, info: nothing, debug: nothing, verbose: nothing }, DiagLogLevel.WARN)
}
