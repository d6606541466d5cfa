import { mayScrape } from '@/lib/metrics/may-scrape'
import { scrape } from '@/lib/metrics/scrape'

/** What this instance measures, for Prometheus; docs/monitoring.md says who may read it. */
export async function GET(request: Request): Promise<Response> {
  if (!mayScrape(request.headers.get('authorization')))
    return new Response('The metrics are for whoever runs this installation.', {
      status: 401,
      headers: { 'cache-control': 'no-store', 'www-authenticate': 'Bearer' },
    })
  return new Response(await scrape(), {
    headers: { 'cache-control': 'no-store', 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  })
}
export const dynamic = 'force-dynamic'
