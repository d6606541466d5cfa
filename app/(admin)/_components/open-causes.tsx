import Link from 'next/link'
import { CAUSE_WORDS } from '@/app/(admin)/issues/_components/cause-words'
import { loadLook } from '@/app/(admin)/issues/_components/load-look'
import { CountText } from '@/components/count-text'
import { EmptyState } from '@/components/empty-state'
import { Badge } from '@/components/ui/badge'
import type { Actor } from '@/lib/auth/actor'
import { listCauses } from '@/lib/issues/queries'
import { readCauseSearch } from '@/lib/issues/search-params'
import type { Clock } from '@/lib/query/dates'
import { routes } from '@/lib/routes'
import { CARD_LINES, CardLine } from './card-line'

/** What connections suffer from and nobody has muted: the causes that most of them have. */
export async function OpenCauses({ actor, viewer }: { actor: Actor; viewer: Clock }) {
  await loadLook()
  const { search } = readCauseSearch({ sort: '-connections,-appearedAt', size: '25' })
  const result = await listCauses(actor, search, viewer)
  if (result.kind !== 'page')
    return <p className="p-4 text-sm text-ink-muted">Looking for causes of issues took too long.</p>
  const { rows } = result.page
  if (rows.length === 0) return <EmptyState level={3} title="No cause of issues is open" />
  return (
    <ul>
      {rows.slice(0, CARD_LINES).map(({ id, title, state, connections, integrations }) => (
        <CardLine
          key={id}
          aside={
            <span className="flex items-center gap-3">
              <span className="max-sm:hidden">
                <CountText count={{ kind: 'exact', value: connections }} one="connection" many="connections" />
              </span>
              <Badge tone={CAUSE_WORDS[state].tone}>{CAUSE_WORDS[state].word}</Badge>
            </span>
          }
          note={integrations.join(', ')}
        >
          <Link href={routes.issue(id)} prefetch={false} className="font-medium hover:underline">
            <bdi>{title}</bdi>
          </Link>
        </CardLine>
      ))}
    </ul>
  )
}
