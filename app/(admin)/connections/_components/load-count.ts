import 'server-only'
import { cache } from 'react'
import { countConnections } from '@/lib/connections/queries'

/** How many match, asked for once per request: the number stands above the list and in the menu of exports. */
export const loadCount = cache(countConnections)
