import 'server-only'
import { describeError, log } from '../log'

/** Logs what a page or route died of. The query string stays out: a filter holds customers' data. */
export function reportRequestError(error: unknown, path: string, route: string): void {
  const reference = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  log.error({ reference, route, path: path.split('?')[0], error: describeError(error) }, 'a request failed')
}
