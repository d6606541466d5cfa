import { routes } from '@/lib/routes'
import type { Place } from '@/lib/search/place'

/** Tells the server that the person came to a place. Nobody waits for it, and that it could not be told is no matter. */
export function noteUse(place: Place): void {
  navigator.sendBeacon(routes.searchUse(), JSON.stringify(place))
}
