import type { Rate } from './bucket'

/**
 * What one person may ask for, by kind. Nobody who works by hand comes near these; a program that walks every record does.
 * `address` is for everyone who is not signed in, by the network that they come from, which may be a whole office before its people have signed in.
 */
export const RATES = {
  page: { perMinute: 300, atOnce: 150 },
  /** What pages fetch by themselves while someone types or scrolls. */
  data: { perMinute: 900, atOnce: 300 },
  export: { perMinute: 20, atOnce: 20 },
  change: { perMinute: 300, atOnce: 150 },
  /** What a script reads with one token, whichever networks it comes from; how many exports of that. */
  token: { perMinute: 240, atOnce: 120 },
  tokenExport: { perMinute: 20, atOnce: 20 },
  address: { perMinute: 300, atOnce: 200 },
} as const satisfies Record<string, Rate>

export type RateKind = keyof typeof RATES

/** What kind of request this is, of someone who is signed in. */
export function kindOf(method: string, pathname: string): RateKind {
  if (method !== 'GET' && method !== 'HEAD') return 'change'
  if (/\/(export|file)$/.test(pathname)) return 'export'
  return /^\/(search|live|api)\b|\/(values|count|data|peek|state|sync-config|missing|manifest)$/.test(pathname)
    ? 'data'
    : 'page'
}
