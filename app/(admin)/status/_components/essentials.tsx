'use client'

import { useLocale } from '@/components/locale'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { formatBytes } from '@/lib/format-bytes'
import { formatNumber } from '@/lib/format-number'
import type { StatusDto } from '@/lib/status/dto'
import { inMilliseconds } from './duration'

/** The instance and the database, each in a few lines. */
export function Essentials({ status }: { status: StatusDto }) {
  const locale = useLocale()
  const count = (value: number) => formatNumber(locale, value)
  const { memory, database } = status
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Section title="Instance">
        <DescriptionList
          items={[
            { term: 'Version', value: `${status.version}, Node ${status.node}` },
            {
              term: 'Memory',
              value: `${formatBytes(locale, memory.held)}, ${formatBytes(locale, memory.heap)} in use`,
            },
            { term: 'Event loop', value: `99 of 100 turns within ${inMilliseconds(locale, status.delay / 1_000)}` },
            { term: 'Live pages', value: count(status.listeners) },
            ...status.pools.map(({ pool, used, idle, waiting, size }) => ({
              term: pool === 'primary' ? 'Connections' : 'To the replica',
              value: `${count(used)} busy, ${count(idle)} idle of ${count(size)}; ${count(waiting)} waiting`,
            })),
            ...(status.replica ? [{ term: 'Replica', value: saysOf(status.replica, locale) }] : []),
          ]}
        />
      </Section>
      <Section title="Database">
        {database ? (
          <DescriptionList
            items={[
              { term: 'Postgres', value: database.version },
              { term: 'Size', value: formatBytes(locale, database.bytes) },
              { term: 'Sessions', value: `${count(database.sessions)} of ${count(database.most)}` },
              { term: 'Of this app', value: count(database.ours) },
            ]}
          />
        ) : (
          <p className="text-sm text-ink-muted">The database did not answer in time.</p>
        )}
      </Section>
    </div>
  )
}

function saysOf({ behind, isRead }: NonNullable<StatusDto['replica']>, locale: string): string {
  if (behind !== null && !Number.isFinite(behind)) return 'Behind by an unknown amount; the primary is read'
  if (behind === null) return 'Does not answer; the primary is read'
  const place =
    behind < 1_000 ? 'Less than a second behind' : `${formatNumber(locale, Math.round(behind / 1_000))} s behind`
  return isRead ? `${place}; lists and pages are read there` : `${place}; the primary is read`
}
