'use client'

import type { ReactNode } from 'react'
import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { ChannelRow } from '@/lib/notices/dto'
import { routes } from '@/lib/routes'
import { deliveryWords, KIND_WORDS, STATE_WORDS, toldWhat, whereTo } from './channel-words'

interface Props {
  channels: readonly ChannelRow[]
  empty: ReactNode
  /** Milliseconds of the epoch, by the server's clock. */
  now: number
  timeZone: string
}

/** Channels by name: whether each works, what it is told, and what came of its last message. */
export function ChannelsTable({ channels, empty, now, timeZone }: Props) {
  const columns: TableColumn<ChannelRow>[] = [
    {
      id: 'name',
      header: 'Name',
      phone: 'title',
      maxWidth: '16rem',
      cell: ({ id, name }) => (
        <Link href={routes.notice(id)} className="font-medium text-accent-text hover:underline">
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    {
      id: 'state',
      header: 'State',
      phone: 'beside',
      cell: ({ state }) => (
        <Badge calm={state === 'active'} tone={STATE_WORDS[state].tone}>
          {STATE_WORDS[state].word}
        </Badge>
      ),
    },
    {
      id: 'where',
      header: 'Sent to',
      maxWidth: '18rem',
      cell: (channel) => (
        <>
          <span className="text-ink-muted">{KIND_WORDS[channel.kind]}</span> <bdi>{whereTo(channel)}</bdi>
        </>
      ),
    },
    { id: 'what', header: 'Told about', maxWidth: '20rem', cell: ({ settings }) => <bdi>{toldWhat(settings)}</bdi> },
    { id: 'last', header: 'Last message', cell: ({ last }) => <Last last={last} now={now} timeZone={timeZone} /> },
  ]
  return <DataTable label="Channels" columns={columns} rows={channels} getRowId={({ id }) => id} empty={empty} />
}

function Last({ last, now, timeZone }: Pick<ChannelRow, 'last'> & { now: number; timeZone: string }) {
  if (!last) return <span className="text-ink-muted">None yet</span>
  const { word } = deliveryWords(last)
  return (
    <>
      {last.outcome ?? word}, <RelativeTime iso={last.createdAt} timeZone={timeZone} now={now} />
    </>
  )
}
