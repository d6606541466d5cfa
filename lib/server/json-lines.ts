import 'server-only'
import { describeError, log } from '../log'

/**
 * A body of one JSON object per line, as `lines` gives them; `leaving` is aborted when the reader goes away. A failure ends the body
 * before its end, and is logged as `what`.
 */
export function jsonLines(lines: AsyncGenerator<object>, leaving: AbortController, what: string): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await lines.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
      } catch (error) {
        log.error({ error: describeError(error) }, `${what} broke off`)
        controller.error(error)
      }
    },
    cancel: () => leaving.abort(),
  })
  return new Response(body, { headers: { 'cache-control': 'no-store', 'content-type': 'application/x-ndjson' } })
}
