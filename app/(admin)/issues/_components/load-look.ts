import 'server-only'
import { cache } from 'react'
import { lookNow } from '@/lib/issues/look-now'

/** Looks for issues that came or went, once per request and before anything of them is shown. */
export const loadLook = cache((connectionId?: string) => lookNow(connectionId))
