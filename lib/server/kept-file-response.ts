import 'server-only'
import { requireReader } from '../auth/actor'
import { AppError } from '../errors'
import { readByteRange } from '../exports/byte-range'
import { readKept } from '../exports/kept-file'
import { keptFileOf, noteFetched } from '../exports/queries'
import { CONTENT_TYPES } from '../exports/render'
import { byteStream } from './byte-stream'
import { refusal } from './refusal'

/**
 * Answers with a kept file, or with the range of it that is asked for (RFC 9110): 206 with the bytes, 416 for a range behind the end. The tag
 * is the file's SHA-256, so that a download goes on only with the file that it began with.
 */
export async function keptFileResponse(request: Request, id: string): Promise<Response> {
  try {
    const actor = await requireReader('records:export')
    const file = await keptFileOf(actor, id)
    if (!file)
      throw new AppError(
        'NOT_FOUND',
        'There is no file for this export: it is not ready, was deleted, or is not yours.',
      )
    const tag = `"${file.sha256}"`
    const stale = request.headers.has('if-range') && request.headers.get('if-range') !== tag
    const range = readByteRange(stale ? null : request.headers.get('range'), file.size)
    const headers = new Headers({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store, no-transform',
      'content-disposition': `attachment; filename="${file.fileName}"`,
      'content-type': CONTENT_TYPES[file.format],
      etag: tag,
      'x-content-type-options': 'nosniff',
    })
    if (range === 'none') {
      headers.set('content-range', `bytes */${file.size}`)
      return new Response(null, { status: 416, headers })
    }
    const { first, last } = range === 'whole' ? { first: 0, last: file.size - 1 } : range
    headers.set('content-length', String(last - first + 1))
    if (range !== 'whole') headers.set('content-range', `bytes ${first}-${last}/${file.size}`)
    const status = range === 'whole' ? 200 : 206
    if (request.method === 'HEAD') return new Response(null, { status, headers })
    await noteFetched(actor, id, first)
    return new Response(byteStream(readKept(id, { first, last }), 'the download of a kept export broke off'), {
      status,
      headers,
    })
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
}
