import type { TokenScope } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'

const format = 'ndjson'
/** What of each scope one tries first; of those that a token has, the first counts. */
const FIRST: readonly { scope: TokenScope; href: string; file?: string }[] = [
  { scope: 'records:export', href: routes.recordExport({ format }), file: 'records.ndjson' },
  { scope: 'connections:export', href: routes.connectionExport({ format }), file: 'connections.ndjson' },
  { scope: 'audit:export', href: routes.auditExport({ format }), file: 'audit.ndjson' },
  { scope: 'records:read', href: routes.recordCount() },
]

/** A line for a shell that uses a token of these scopes; null where each address needs an id. The token is in `$TOKEN`, and so in no history. */
export function tryLine(origin: string, scopes: readonly TokenScope[]): string | null {
  const first = FIRST.find(({ scope }) => scopes.includes(scope))
  if (!first) return null
  const { href, file } = first
  return `curl --fail -H "Authorization: Bearer $TOKEN" '${origin}${href}'${file ? ` -o ${file}` : ''}`
}
