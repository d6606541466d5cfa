import { readiness } from '@/lib/db/readiness'

/** Readiness: the database answers and our migrations are applied. 503 otherwise, with the reason in one word. */
export async function GET(): Promise<Response> {
  const state = await readiness()
  return Response.json(
    { status: state },
    { status: state === 'ready' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
export const dynamic = 'force-dynamic'
