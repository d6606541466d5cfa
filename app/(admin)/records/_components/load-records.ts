import 'server-only'
import { cache } from 'react'
import { countRecords, listRecords } from '@/lib/records/queries'

/** The page of the list, asked for once per request: the rows show it, the count may need no query of its own, and the facets wait for it, so that rows come first. */
export const loadRecords = cache(listRecords)

/** The same of their number, which stands above the list and beside the selection. */
export const loadCount = cache(countRecords)
