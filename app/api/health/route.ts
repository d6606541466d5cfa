/** Liveness: the process answers. Asks nothing of the database, so that an outage there does not restart every instance. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
