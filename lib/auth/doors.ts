/** The answer to what no page of ours asks of next-auth, with the method that there is; null for what may come through. */
export interface Closed {
  status: 400 | 404 | 405 | 415
  says: string
  allow?: 'GET' | 'POST'
  /** A cookie that keeps its owner from ever coming in: it is to be taken away. */
  drop?: string
}

type Method = 'GET' | 'POST'
interface Asked {
  method: string
  /** What stands behind `/api/auth/`. */
  path: readonly string[]
  url: URL
  type: string | null
  /** What the browser keeps as the address to come back to. */
  kept: { name: string; value: string } | null
}

const FORM = /^application\/x-www-form-urlencoded\b/i
/** Messages and codes are printed; a control character in one would break the header that it is put into. */
const PRINTED = /^[ -~]*$/

/**
 * What next-auth is asked for here, by its own client and by an identity provider that leads back. It has more doors (one renews the cookie, so that whoever
 * stole one could keep it for ever), and it answers what it does not understand as if that were a fault of ours.
 */
function methodsOf([what, whom, ...more]: readonly string[], provider: string): Method[] {
  if (more.length > 0) return []
  switch (`${what}${whom === undefined ? '' : '/'}`) {
    case 'csrf':
    case 'providers':
    case 'error':
    case 'signin':
      return ['GET']
    case 'signout':
      return ['GET', 'POST']
    case 'signin/':
      return whom === provider || whom === 'credentials' ? ['GET', 'POST'] : []
    case 'callback/':
      return whom === 'credentials' ? ['POST'] : whom === provider ? ['GET'] : []
    default:
      return []
  }
}

/** Whether this request stays outside, and why. `provider` is the name of the identity provider in addresses. */
export function closedTo({ method, path, url, type, kept }: Asked, provider: string): Closed | null {
  const methods = methodsOf(path, provider)
  const [first] = methods
  if (!first) return { status: 404, says: 'There is nothing at this address.' }
  if (!methods.some((known) => known === method))
    return { status: 405, says: `This address is asked with ${first}.`, allow: first }
  if (method === 'POST' && !FORM.test(type ?? '')) return { status: 415, says: 'This is not how the form is sent.' }
  if (leadsNowhere(url)) return { status: 400, says: 'This address to come back to was not understood.' }
  if (url.searchParams.getAll('error').some((error) => !PRINTED.test(error)))
    return { status: 400, says: 'This message was not understood.' }
  if (kept && !isAddress(kept.value))
    return { status: 400, says: 'A cookie was not understood and is gone now. Try again.', drop: kept.name }
  return null
}

/** Whether what is to be opened afterwards is no address. Where it may lead is decided in the settings of next-auth. */
function leadsNowhere({ origin, searchParams }: URL): boolean {
  const wanted = searchParams.get('callbackUrl')
  return (
    !!wanted &&
    !isAddress(wanted.startsWith('/') && URL.canParse(wanted, origin) ? new URL(wanted, origin).href : wanted)
  )
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
