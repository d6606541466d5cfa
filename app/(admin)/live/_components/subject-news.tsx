'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { RelativeTime } from '@/components/relative-time'
import { SubjectLine } from '@/components/subject-line'
import { type LiveTable, watchQuery } from '@/lib/live/stream-schema'
import { routes } from '@/lib/routes'
import { useNews } from './use-news'

interface SubjectNewsProps {
  table: LiveTable
  id: string
  /** When the page was read; null when that is not known. */
  mark: string | null
  timeZone: string
}

/** On a page about one thing: says when it changed under the eyes of the person, and shows it when they ask. */
export function SubjectNews({ table, id, mark, timeZone }: SubjectNewsProps) {
  const router = useRouter()
  const [busy, begin] = useTransition()
  const { changed, byUser } = useNews(mark === null ? null : routes.live(watchQuery(table, mark, [id], null)))
  const [noticed, setNoticed] = useState<string | null>(null)
  const isChanged = changed.length > 0
  useEffect(() => {
    setNoticed(isChanged ? new Date().toISOString() : null)
  }, [isChanged])
  return (
    <>
      <p role="status" className="sr-only">
        {isChanged && 'This has changed since the page was loaded.'}
      </p>
      {noticed !== null && (
        <SubjectLine busy={busy} onShow={() => begin(() => router.refresh())}>
          <span>
            Changed by {byUser ? 'another user' : 'a sync'} at <RelativeTime iso={noticed} timeZone={timeZone} />
          </span>
        </SubjectLine>
      )}
    </>
  )
}
