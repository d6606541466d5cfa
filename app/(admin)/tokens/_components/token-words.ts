import type { TokenScope } from '@/lib/auth/permissions'

/** What each scope lets a script do, in words. */
export const SCOPE_WORDS: Readonly<Record<TokenScope, string>> = {
  'records:read': 'Read records one by one, and count them',
  'records:export': 'Export records, and download your finished exports',
  'connections:read': 'Read sync configurations',
  'connections:export': 'Export connections',
  'audit:export': 'Export the audit trail',
}

/** How long a token may live, in days. */
export const LIFETIMES: readonly { days: number; label: string }[] = [
  { days: 7, label: 'a week' },
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 180, label: 'half a year' },
  { days: 365, label: 'a year' },
]
