import 'server-only'
import { env } from '../env'

/**
 * An address of this site for whoever reads it elsewhere: in an e-mail, a webhook, a log. Made from the configuration and never from the
 * `Host` of a request, which whoever asks may choose.
 */
export function siteLink(path: string): string {
  return new URL(path, env().NEXTAUTH_URL ?? `http://localhost:${env().PORT ?? 3000}`).href
}
