import 'server-only'
import { describeError, log } from '../log'

/**
 * The bytes of a generator as the body of an answer, asked for when there is room for them. A failure cuts the connection, so that no half
 * file looks whole; it is logged as `what`. `stop` ends the work when the reader leaves, and defaults to asking for nothing more.
 */
export function byteStream(
  pieces: AsyncGenerator<Uint8Array>,
  what: string,
  stop: () => Promise<unknown> = () => pieces.return(undefined),
): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { value, done } = await pieces.next()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          log.error({ error: describeError(error) }, what)
          controller.error(error)
        }
      },
      cancel: async () => {
        await stop()
      },
    },
    { highWaterMark: 1 },
  )
}
