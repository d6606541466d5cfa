import 'server-only'
import { cookies } from 'next/headers'
import { isTimeZone, ZONE_COOKIE } from './zone'

/** The viewer's IANA time zone; UTC until the browser has told it. */
export async function viewerZone(): Promise<string> {
  const told = (await cookies()).get(ZONE_COOKIE)?.value
  return told !== undefined && isTimeZone(told) ? told : 'UTC'
}
