import Link from 'next/link'
import type { SubjectType } from '@/lib/audit/actions'
import { routes } from '@/lib/routes'

const HREFS = {
  record: (id: string) => routes.record(id),
  connection: (id: string) => routes.connection(id),
  batch: (id: string) => routes.batch(id),
  export: () => routes.exports(),
  view: (id: string) => routes.view(id),
  index: () => routes.database(),
  user: () => routes.users(),
} as const satisfies Record<SubjectType, (id: string) => unknown>

/** What an entry is about. The page behind it may be gone; the entry outlives it. */
export function SubjectLink({ type, id }: { type: SubjectType; id: string }) {
  return (
    <span className="inline-block max-w-full truncate align-bottom text-ink-muted">
      {type}{' '}
      <Link href={HREFS[type](id)} prefetch={false} className="font-mono text-xs text-accent-text hover:underline">
        <bdi>{id}</bdi>
      </Link>
    </span>
  )
}
