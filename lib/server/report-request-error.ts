import 'server-only'
import { describeError, log } from '../log'
import { noteReference } from '../tracing/tracing'

/** An id that Mastra or we made: a cuid or a UUID. */
const MADE_ID = /^(c[a-z0-9]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Logs what a page or route died of. The query string stays out: a filter holds customers' data. */
export function reportRequestError(error: unknown, path: string, route: string): void {
  const reference = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  if (typeof reference === 'string') noteReference(reference)
  log.error({ reference, route, path: loggedPath(path, route), error: describeError(error) }, 'a request failed')
}

/** The path with what it names left out, unless that is an id that was made: an end user's reference is often their e-mail address. */
export function loggedPath(path: string, route: string): string {
  const pattern = route.split('/').filter((part) => part !== '' && !/^\(.*\)$/.test(part))
  const [address = ''] = path.split('?')
  const parts = address.split('/').filter((part) => part !== '')
  return `/${parts.map((part, at) => (part === pattern[at] || MADE_ID.test(part) ? part : '…')).join('/')}`
}
