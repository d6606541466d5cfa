import 'server-only'
import { cache } from 'react'
import { viewerLocale } from './viewer-locale'
import { viewerZone } from './viewer-zone'

/** Who is looking, as far as formats go; a `Clock` too. The same moment for every part of one page. */
export const viewer = cache(async () => {
  const [timeZone, locale] = await Promise.all([viewerZone(), viewerLocale()])
  return { now: new Date(), timeZone, locale }
})

export type Viewer = Awaited<ReturnType<typeof viewer>>
