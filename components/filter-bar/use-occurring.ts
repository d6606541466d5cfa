'use client'

import type { Route } from 'next'
import { useEffect, useState } from 'react'
import { fetchOccurring, NOTHING_OCCURS } from '@/lib/completion/occurring'
import type { AskedFor, Occurring } from '@/lib/completion/occurring-schema'

/** The address of a route that tells what a field holds. */
export type Ask = (asked: AskedFor) => Route

/** Milliseconds without another key before the server is asked. */
const PAUSE = 120

/**
 * What the database holds at the field that is being typed; of the last answer on the same field while the next one is on its way. A
 * failure is quiet: whoever types needs no help to do so.
 */
export function useOccurring(ask: Ask | undefined, asked: AskedFor | null): Occurring {
  const [answer, setAnswer] = useState<{ field: string; occurring: Occurring }>()
  const address = ask && asked ? ask(asked) : undefined
  const field = asked?.field ?? ''
  useEffect(() => {
    if (address === undefined) return
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const occurring = await fetchOccurring(address, leaving.signal)
        setAnswer({ field, occurring })
      } catch (error) {
        if (!leaving.signal.aborted) console.warn(error)
      }
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [address, field])
  return answer?.field === field ? answer.occurring : NOTHING_OCCURS
}
