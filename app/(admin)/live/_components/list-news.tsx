'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { markRows } from '@/components/data-table/row-marks'
import { ListLine } from '@/components/list-line'
import { type LiveTable, watchQuery } from '@/lib/live/stream-schema'
import { routes } from '@/lib/routes'
import { useNews } from './use-news'

interface ListNewsProps {
  table: LiveTable
  /** The query of the list's own address. */
  list: Record<string, string | undefined>
  ids: readonly string[]
  /** When the rows were read; null when that is not known. */
  mark: string | null
  /** Where the newest rows are, when not on this page. */
  first?: Route
}

const WORDS: Record<LiveTable, [one: string, many: string]> = {
  records: ['new record', 'new records'],
  connections: ['new connection', 'new connections'],
  issues: ['cause has appeared', 'causes have appeared'],
}

/** Above the rows of a list: what has come and changed since they were read, for whoever wants to see it. */
export function ListNews({ table, list, ids, mark, first }: ListNewsProps) {
  const router = useRouter()
  const [busy, begin] = useTransition()
  const news = useNews(mark === null ? null : routes.live(watchQuery(table, mark, ids, list)))
  const { changed } = news
  useEffect(() => {
    markRows(changed)
    return () => markRows([])
  }, [changed])
  const [one, many] = WORDS[table]
  const show = () =>
    begin(() => {
      if (first && news.fresh > 0) router.push(first)
      else router.refresh()
    })
  return <ListLine {...news} changed={changed.length} one={one} many={many} busy={busy} onShow={show} />
}
