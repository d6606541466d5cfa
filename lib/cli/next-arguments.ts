/**
 * Milliseconds that the server keeps an idle connection. Longer than the 60 s that proxies (nginx, the load balancers of AWS and GCP) keep theirs:
 * a server that closes first may do so just as a proxy sends the next request on it, which is then lost with a 502.
 */
const KEEP_ALIVE = 75_000

/** The program and arguments, for Node, that serve an app on this port and address: of this folder, or of another one. */
export function nextArguments(
  mode: 'start' | 'dev',
  { port, host, folder }: { port: number; host: string; folder?: string },
): string[] {
  const place = folder === undefined ? [] : [folder]
  const patience = mode === 'start' ? ['--keepAliveTimeout', String(KEEP_ALIVE)] : []
  return ['node_modules/next/dist/bin/next', mode, ...place, '-p', String(port), '-H', host, ...patience]
}
