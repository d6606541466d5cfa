import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** What a span may say of itself: names and numbers of ours. Values of a request, a statement or a record are none of it. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

/** A piece of work that is under way. */
export interface OpenSpan {
  rename: (name: string) => void
  set: (attributes: Attributes) => void
  fail: () => void
  /** Milliseconds of the epoch, where it ended before it was told of. */
  end: (at?: number) => void
}

export interface Beginning {
  kind: 'request' | 'verb' | 'statement'
  parent?: OpenSpan
  /** The header of whoever asked, who may have a trace that this is a part of. */
  traceparent?: string
  attributes?: Attributes
  /** Milliseconds of the epoch, where it began before it was told of. */
  at?: number
}

/** Whoever sends spans on; there is none unless one was configured. */
export interface Tracing {
  begin: (name: string, beginning: Beginning) => OpenSpan
  /** Sends what is still held. */
  flush: () => Promise<void>
}

interface Place {
  request: OpenSpan
  span: OpenSpan
}

// Kept on globalThis: what starts the server and what answers a request are parts of different bundles of the same process.
const shared = globalThis as typeof globalThis & {
  mastraAdminTracing?: Tracing
  mastraAdminPlaces?: AsyncLocalStorage<Place>
}
shared.mastraAdminPlaces ??= new AsyncLocalStorage<Place>()
const places = shared.mastraAdminPlaces

/** From now on spans are given to `tracing`. */
export function traceTo(tracing: Tracing | undefined): void {
  shared.mastraAdminTracing = tracing
}

/** Sends what is still held; does nothing where nothing is traced. */
export async function flushTraces(): Promise<void> {
  await shared.mastraAdminTracing?.flush()
}

/** Begins the span of a request, within which all that follows of it is. Undefined where nothing is traced. */
export function beginRequest(method: string, traceparent: string | undefined): OpenSpan | undefined {
  const span = shared.mastraAdminTracing?.begin(method, {
    kind: 'request',
    traceparent,
    attributes: { 'http.request.method': method },
  })
  if (span) places.enterWith({ request: span, span })
  return span
}

/** Runs `work` within a span of its own when a request is traced, and gives it that span. */
export function traced<T>(name: string, work: (span: OpenSpan | undefined) => Promise<T>): Promise<T> {
  const place = places.getStore()
  const span = place && shared.mastraAdminTracing?.begin(name, { kind: 'verb', parent: place.span })
  if (!span) return work(undefined)
  return places.run({ request: place.request, span }, async () => {
    try {
      return await work(span)
    } finally {
      span.end()
    }
  })
}

/** A statement that has just ended and took so many milliseconds. Those of work in the background belong to no request and are left out. */
export function noteStatement(name: string, milliseconds: number): void {
  const place = places.getStore()
  if (!place) return
  const now = Date.now()
  const beginning = { kind: 'statement', parent: place.span, at: now - milliseconds } as const
  const attributes = { 'db.system.name': 'postgresql', 'db.query.summary': name }
  shared.mastraAdminTracing?.begin(name, { ...beginning, attributes }).end(now)
}

/** Under this reference a person was told that their request failed. */
export function noteReference(reference: string): void {
  const place = places.getStore()
  if (!place) return
  place.request.set({ 'mastra_admin.reference': reference })
  place.request.fail()
  if (place.span !== place.request) place.span.fail()
}
