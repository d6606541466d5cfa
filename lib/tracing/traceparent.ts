const WRITTEN = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/
const NOTHING = /^0+$/

/** The trace that a request is a part of, by W3C's header `traceparent`; null for what is none. Its companion `tracestate` may hold anything, and is not passed on. */
export function readTraceparent(
  header: string | undefined,
): { traceId: string; spanId: string; traceFlags: number; isRemote: true } | null {
  const [, traceId, spanId, flags] = WRITTEN.exec(header ?? '') ?? []
  if (!traceId || !spanId || !flags || header?.startsWith('ff')) return null
  if (NOTHING.test(traceId) || NOTHING.test(spanId)) return null
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
}
