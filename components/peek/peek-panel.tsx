'use client'

import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { Route } from 'next'
import { type ReactNode, useId } from 'react'
import { IconButton } from '../ui/icon-button'
import { LinkButton } from '../ui/link-button'
import { idBeside, rowOf } from './peek-rows'
import { usePeek } from './use-peek'

interface PeekPanelProps {
  /** Names the row; what people gave as a name stands in `<bdi>`. */
  title: ReactNode
  /** The page about it, as far as there is one. */
  href?: Route
  /** Under the title: states and verbs. */
  note?: ReactNode
  /** Another row is on its way; the one before is shown meanwhile. */
  busy?: boolean
  children: ReactNode
}

/** A look at one row beside its table; on a phone a sheet at the lower edge. The page around it stays in use. */
export function PeekPanel({ title, href, note, busy, children }: PeekPanelProps) {
  const { id, open, close } = usePeek()
  const [panel, heading] = [useId(), useId()]
  const beside = (by: number) => (id === null ? undefined : idBeside(id, by))
  const go = (by: number) => {
    const wanted = beside(by)
    if (wanted === undefined) return
    open(wanted)
    rowOf(wanted)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <aside
      data-peek-panel
      id={panel}
      aria-label="Peek"
      aria-labelledby={`${panel} ${heading}`}
      aria-busy={busy || undefined}
      className="flex min-w-0 flex-col border-line bg-surface max-lg:fixed max-lg:z-30 max-lg:shadow-raised max-md:inset-x-0 max-md:bottom-bar max-md:h-[65dvh] max-md:animate-lift max-md:rounded-t-lg max-md:border-t md:max-lg:inset-y-0 md:max-lg:right-0 md:max-lg:w-[26rem] md:max-lg:border-l lg:sticky lg:top-4 lg:max-h-[max(24rem,calc(100dvh-9.75rem))] lg:rounded-lg lg:border lg:shadow-resting"
    >
      <header className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-line px-4 py-2.5">
        <div className="flex flex-wrap items-center justify-end gap-1">
          <h2
            id={heading}
            tabIndex={-1}
            className="line-clamp-2 min-w-[min(100%,7rem)] flex-1 rounded-sm text-base font-semibold break-words"
          >
            {title}
          </h2>
          <IconButton icon={ChevronUp} label="Peek at the previous row" onClick={() => go(-1)} />
          <IconButton icon={ChevronDown} label="Peek at the next row" onClick={() => go(1)} />
          {href && (
            <LinkButton href={href} prefetch={false} compact>
              Open
            </LinkButton>
          )}
          <IconButton icon={X} label="Close the peek" tooltip={false} onClick={close} />
        </div>
        {note && <div className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">{note}</div>}
      </header>
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] gap-4 overflow-y-auto p-4">{children}</div>
    </aside>
  )
}
