'use client'

import { useEffect, useState } from 'react'
import type { RecordDetail } from '@/lib/records/dto'
import { routes } from '@/lib/routes'

export type PeekedRecord =
  | { kind: 'record'; record: RecordDetail }
  | { kind: 'missing'; id: string }
  | { kind: 'failed'; id: string }

/**
 * The record of this id, asked for anew whenever `drawnAt` says that the page was drawn again, as after every verb. Until another one
 * has come the one before stays; null before the first.
 */
export function usePeekedRecord(
  id: string | null,
  drawnAt: number,
): { peeked: PeekedRecord | null; retry: () => void } {
  const [peeked, setPeeked] = useState<PeekedRecord | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page drawn anew, and a new attempt, ask again
  useEffect(() => {
    if (id === null) return
    const stop = new AbortController()
    read(id, stop.signal).then(
      (found) => setPeeked(found),
      (error) => {
        if (stop.signal.aborted) return
        console.error(error)
        setPeeked({ kind: 'failed', id })
      },
    )
    return () => stop.abort()
  }, [id, drawnAt, attempt])
  return { peeked, retry: () => setAttempt((before) => before + 1) }
}

async function read(id: string, signal: AbortSignal): Promise<PeekedRecord> {
  const response = await fetch(routes.recordPeek(id), { cache: 'no-store', signal })
  // The page leads to the sign-in and back.
  if (response.status === 401) window.location.reload()
  if (response.status === 404) return { kind: 'missing', id }
  if (!response.ok) throw new Error(`The record could not be loaded (${response.status}).`)
  return { kind: 'record', record: await response.json() }
}
