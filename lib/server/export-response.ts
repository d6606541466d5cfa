import 'server-only'
import { requireReader } from '../auth/actor'
import { AppError } from '../errors'
import { EXPORT_FORMATS, type ExportTable } from '../exports/manifest-dto'
import { CONTENT_TYPES } from '../exports/render'
import { type RunningExport, runExport } from '../exports/run-export'
import { exportSourceOf } from '../exports/source-of'
import { describeError, log } from '../log'
import type { RawParams } from '../table/table-params'
import { viewerZone } from '../time/viewer-zone'
import { byteStream } from './byte-stream'
import { refusal } from './refusal'

/**
 * Answers a route with a file of what the address names, in its parameter `format`; the rest is read as the list reads it. When writing
 * breaks off the connection is cut, so that no half file looks whole.
 */
export async function exportResponse(request: Request, table: ExportTable): Promise<Response> {
  // Asking for the headers alone would begin an export that nobody takes.
  if (request.method === 'HEAD') return new Response(null, { status: 405, headers: { allow: 'GET' } })
  try {
    const actor = await requireReader(`${table}:export`)
    const { format: wanted, ...raw } = paramsOf(request)
    const format = EXPORT_FORMATS.find((known) => known === wanted)
    if (!format) throw new AppError('INVALID', `An export is ${EXPORT_FORMATS.join(', ')}: say which as format.`)
    const source = await exportSourceOf(actor, table, raw, { now: new Date(), timeZone: await viewerZone() })
    if (!source) throw new AppError('INVALID', 'The list that is to be exported was not understood.')
    const running = await runExport(actor, source, format)
    return new Response(streamOf(running, request.signal), {
      headers: {
        // Not transformed either: the bytes that arrive are those that the manifest counts.
        'cache-control': 'no-store, no-transform',
        'content-disposition': `attachment; filename="${running.fileName}"`,
        'content-type': CONTENT_TYPES[format],
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
}

/** As pages get them: a parameter that is there twice has several values, which the lists refuse. */
function paramsOf(request: Request): RawParams {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key)
      return [key, values.length > 1 ? values : values[0]]
    }),
  )
}

/** The file as it is written. Whoever leaves ends the query in Postgres, also while a piece is awaited. */
function streamOf({ pieces, cancel }: RunningExport, leaving: AbortSignal): ReadableStream<Uint8Array> {
  const stop = () =>
    cancel()
      .then(() => pieces.return(undefined))
      .catch((error: unknown) => log.error({ error: describeError(error) }, BROKE_OFF))
  leaving.addEventListener('abort', () => void stop())
  return byteStream(pieces, BROKE_OFF, stop)
}

const BROKE_OFF = 'an export broke off'
