import 'server-only'
import { type LookupAddress, type LookupOptions, lookup as resolveName } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { failedTry, RefusedAddress, type TryOutcome } from './outcome'
import { mayCall } from './public-address'

/** Milliseconds for all of it: finding the host, connecting, sending, the beginning of the answer. */
const PATIENCE = 10_000
const INSIDE = 'The address leads into a private network, which is not called unless NOTICES_ALLOW_PRIVATE=1 is set.'

export interface Post {
  address: string
  headers: Record<string, string>
  body: string
}

export interface PostRules {
  allowPrivate: boolean
  /** How names become addresses; for tests. */
  resolve?: typeof resolveName
  patience?: number
}

/** Why a message may not be sent to this address at all; null when it may, as far as its text tells. */
export function addressProblem(address: string, allowPrivate: boolean): string | null {
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return 'An address must hold no user name and no password.'
  const host = bareHost(url)
  const isLocal = host === 'localhost' || host === '127.0.0.1' || host === '::1'
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal && allowPrivate))
    return 'The address must begin with https://, so that nobody on the way can read or change what is sent.'
  return isIP(host) !== 0 && !mayCall(host, allowPrivate) ? INSIDE : null
}

/**
 * Sends a body by POST and tells what came of it; never throws. The connection goes to the very IP address that was found to be allowed, so
 * that a name which changes its mind in between (DNS rebinding) gains nothing. A redirect is an answer like any other and not followed;
 * of an answer only the status is read.
 */
export function post({ address, headers, body }: Post, rules: PostRules): Promise<TryOutcome> {
  const begun = performance.now()
  const millis = () => Math.round(performance.now() - begun)
  const problem = addressProblem(address, rules.allowPrivate)
  if (problem) return Promise.resolve(failedTry(new RefusedAddress(problem), 0))
  const url = new URL(address)
  return new Promise((resolve) => {
    const { request } = url.protocol === 'https:' ? https : http
    const sending = request(url, {
      method: 'POST',
      // A connection of its own: one that is kept would outlive the check of where it leads.
      agent: false,
      lookup: onlyAllowed(rules),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Mastra-Admin-Notices/1',
        ...headers,
      },
    })
    const end = (outcome: TryOutcome) => {
      clearTimeout(timer)
      sending.destroy()
      resolve(outcome)
    }
    // Of all of it together, since a receiver that sends a byte now and then is never idle.
    const timer = setTimeout(
      () => end(failedTry(Object.assign(new Error('late'), { code: 'ETIME' }), millis())),
      rules.patience ?? PATIENCE,
    )
    sending.on('error', (error) => end(failedTry(error, millis())))
    sending.on('response', ({ statusCode = 0 }) => end(answered(statusCode, millis())))
    sending.end(body)
  })
}

function answered(status: number, millis: number): TryOutcome {
  const redirect = status >= 300 && status < 400 ? ', a redirect, which is not followed' : ''
  const sentence = `${status} after ${millis} ms${redirect}`
  return { accepted: status >= 200 && status < 300, status, millis, sentence, gone: status === 410 }
}

/** Refuses a name of which any address is not allowed: which of them is called is not ours to choose. */
function onlyAllowed({ allowPrivate, resolve = resolveName }: PostRules): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const first = addresses?.[0]
      if (error || !first) return callback(error ?? new RefusedAddress('The name of the host is not known.'), '')
      if (!addresses.every(({ address }) => mayCall(address, allowPrivate)))
        return callback(new RefusedAddress(INSIDE), '')
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
}
