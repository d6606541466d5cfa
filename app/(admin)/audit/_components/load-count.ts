import 'server-only'
import { cache } from 'react'
import { countAuditEntries } from '@/lib/audit/queries'

/** How many match, asked for once per request: the number stands above the list and in the menu of exports. */
export const loadCount = cache(countAuditEntries)
