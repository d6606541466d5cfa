import type { Route } from 'next'
import { Link } from '@/components/ui/link'
import type { SubjectType } from '@/lib/audit/actions'
import { routes } from '@/lib/routes'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const HREFS = {
  record: (id: string) => routes.record(id),
  connection: (id: string) => routes.connection(id),
  batch: (id: string) => routes.batch(id),
  issue: (id: string) => routes.issue(id),
  note: () => null,
  notice: (id: string) => routes.notice(id),
  export: () => routes.exports(),
  view: (id: string) => routes.view(id),
  index: () => routes.database(),
  trigger: () => routes.database(),
  rule: () => routes.masking(),
  token: () => routes.tokens(),
  // A sign-in can have been tried for an e-mail that no one here has.
  user: (id: string) => (UUID.test(id) ? routes.user(id) : null),
} as const satisfies Record<SubjectType, (id: string) => Route | null>

/** What an entry is about. The page behind it may be gone; the entry outlives it. A note is on the page of what it is about, which its entry tells. */
export function SubjectLink({ type, id, name: known }: { type: SubjectType; id: string; name: string | null }) {
  const href = HREFS[type](id)
  const name = <bdi title={known === null ? undefined : id}>{known ?? id}</bdi>
  return (
    <span className="inline-block max-w-full truncate align-bottom text-ink-muted">
      {type}{' '}
      {href ? (
        <Link
          href={href}
          prefetch={false}
          className="font-mono text-xs text-accent-text hover:underline max-sm:inline-block max-sm:min-h-6 max-sm:leading-6"
        >
          {name}
        </Link>
      ) : (
        <span className="font-mono text-xs">{name}</span>
      )}
    </span>
  )
}
