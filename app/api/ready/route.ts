import { readiness } from '@/lib/db/readiness'

/** Readiness: not about to stop, the database answers, our migrations are applied, the queue is looked at. 503 otherwise, with the reason in one word. */
export async function GET(): Promise<Response> {
  const state = await readiness()
  return Response.json(
    { status: state },
    { status: state === 'ready' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
export const dynamic = 'force-dynamic'
