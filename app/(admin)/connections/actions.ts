'use server'

import { action } from '@/lib/action'
import { clearIssues } from '@/lib/connections/clear-issues'
import { clearIssuesInput } from '@/lib/connections/schema'

export const clearIssuesAction = action(clearIssuesInput, clearIssues)
