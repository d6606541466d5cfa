'use client'

import type { Route } from 'next'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fetchCount } from '@/lib/table/count-progress'
import type { CountProgress } from '@/lib/table/count-progress-schema'
import { CountText } from './count-text'
import { NumberText } from './number-text'
import { Button } from './ui/button'

interface ExactCountProps {
  /** A route that counts and says how far it is. */
  address: Route
  one: string
  many: string
  /** What is known before anyone asks. */
  children: ReactNode
}

/** A number that is not exact yet, with the way to the exact one: counting shows how far it is and can be stopped. */
export function ExactCount({ address, one, many, children }: ExactCountProps) {
  const [progress, setProgress] = useState<CountProgress | 'failed' | null>(null)
  const running = useRef<AbortController>(null)
  const stop = () => {
    running.current?.abort()
    running.current = null
    setProgress(null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is another number
  useEffect(() => stop, [address])

  const count = async () => {
    const leaving = new AbortController()
    running.current = leaving
    setProgress({ found: 0, seen: 0, total: 0, done: false })
    try {
      for await (const step of fetchCount(address, leaving.signal)) if (!leaving.signal.aborted) setProgress(step)
    } catch {
      // Stopped by the person, or broken off; only the second is worth a word.
      if (!leaving.signal.aborted) setProgress('failed')
    }
  }

  if (progress !== null && progress !== 'failed' && progress.done)
    return (
      <span role="status">
        <CountText count={{ kind: 'exact', value: progress.found }} one={one} many={many} />
      </span>
    )
  return (
    <>
      <span role="status">{progress === 'failed' ? 'Counting failed.' : children}</span>
      {progress === null || progress === 'failed' ? (
        <Button tone="ghost" compact onClick={count}>
          {progress === 'failed' ? 'Try again' : 'Count exactly'}
        </Button>
      ) : (
        <>
          <span>
            <NumberText value={progress.found} /> in <NumberText value={progress.seen} />
            {progress.total > 0 && (
              <>
                {' '}
                of ~<NumberText value={progress.total} />
              </>
            )}
          </span>
          <progress
            className="h-1.5 w-24 accent-accent"
            aria-label="Counting"
            max={progress.total || 1}
            value={progress.seen}
          />
          <Button tone="ghost" compact onClick={stop}>
            Stop
          </Button>
        </>
      )}
    </>
  )
}
