import 'server-only'
import { env } from '../env'

/** Whether browsers reach this site by https, which the names and flags of cookies and some headers depend on. */
export function isSecureSite(): boolean {
  return env().NEXTAUTH_URL?.startsWith('https://') ?? false
}

/**
 * The name under which browsers keep a cookie of ours. `__Host-` makes them refuse one that another host of the domain, or a page read without
 * https, tries to put in its place; it is possible only where there is https.
 */
export function cookieName(name: string): string {
  return isSecureSite() ? `__Host-${name}` : name
}
