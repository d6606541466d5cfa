'use client'

import clsx from 'clsx'
import { ArrowUpRight, Check, type LucideIcon, Mail, Phone, TriangleAlert, X } from 'lucide-react'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import type { ValueView } from '@/lib/property/value-view'
import { MaskedChip } from '../json-viewer/masked-chip'
import { SoftLink } from '../soft-links'
import { titleOnHover } from '../title-on-hover'
import { LargeValue, NumberValue, TimeValue } from './formatted-value'

interface PropertyValueProps {
  view: ValueView | null
  /** The viewer's IANA zone. */
  timeZone: string
  /** Where a press on the value whose JSON text is `source` leads, such as to the rows that have it; null for nowhere. */
  hrefFor?: (source: string) => Route | null
}

/** One value of a document in a cell, by the type that its property has. What is cut or masked leads nowhere. */
export function PropertyValue({ view, timeZone, hrefFor = () => null }: PropertyValueProps): ReactNode {
  if (view === null) return <Nothing why="Not there" />
  const linked = (source: string | undefined, shown: ReactNode, title?: string) => (
    <ValueLink href={source === undefined ? null : hrefFor(source)} title={title}>
      {shown}
    </ValueLink>
  )
  switch (view.kind) {
    case 'nothing':
      return <Nothing why={view.why} />
    case 'masked':
      return (
        <span className="-ml-2 block">
          <MaskedChip shown={view.text} />
        </span>
      )
    case 'text':
      return linked(view.source, <bdi>{view.text}</bdi>, view.text)
    case 'number':
      return linked(view.source, <NumberValue view={view} />)
    case 'instant':
    case 'day':
      return linked(view.source, <TimeValue view={view} timeZone={timeZone} />)
    case 'link':
      return (
        <span className="flex items-baseline gap-1">
          {linked(view.source, <bdi>{view.text}</bdi>, view.text)}
          <Opener to={view.to} href={view.href} text={view.text} />
        </span>
      )
    case 'badges':
      return (
        <span className="flex items-baseline gap-1 overflow-hidden">
          {view.badges.map(({ text, source }, place) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a list may hold the same value twice
              key={`${text} ${place}`}
              className="max-w-40 shrink-0 truncate rounded-sm bg-hover px-1.5 text-xs leading-5 only:min-w-0 only:shrink"
            >
              {linked(source, <bdi>{text}</bdi>, text)}
            </span>
          ))}
          {view.more > 0 && <span className="shrink-0 text-xs text-ink-muted">and {view.more} more</span>}
        </span>
      )
    case 'flag':
      return linked(view.source, <Flag on={view.on} />)
    case 'json':
      return (
        <span dir="ltr" className="font-mono text-xs" onPointerEnter={titleOnHover}>
          {view.text}
        </span>
      )
    case 'large':
      return <LargeValue bytes={view.bytes} what={view.what} />
    case 'unexpected':
      return (
        <span className="flex items-baseline gap-1.5" title={`Not ${view.wanted}, as its property says: ${view.text}`}>
          <TriangleAlert aria-hidden className="size-3.5 shrink-0 self-center text-warning-text" />
          <span className="sr-only">Not {view.wanted}: </span>
          {linked(view.source, <bdi className="font-mono text-xs">{view.text}</bdi>)}
        </span>
      )
  }
}

function ValueLink({ href, title, children }: { href: Route | null; title?: string; children: ReactNode }) {
  if (href === null)
    return (
      <span className="block min-w-0 truncate" title={title}>
        {children}
      </span>
    )
  return (
    <SoftLink href={href} inPlace title={title && `Only ${title}`} className="cell-link">
      {children}
    </SoftLink>
  )
}

function Nothing({ why }: { why: string }) {
  return (
    <span className="text-ink-muted" title={why}>
      —
    </span>
  )
}

function Flag({ on }: { on: boolean }) {
  const Icon = on ? Check : X
  return (
    <span className={clsx('inline-flex items-baseline gap-1.5', !on && 'text-ink-muted')}>
      <Icon aria-hidden className="size-3.5 self-center" />
      {on ? 'Yes' : 'No'}
    </span>
  )
}

const OPENERS: Record<'page' | 'e-mail' | 'phone', { icon: LucideIcon; verb: string }> = {
  page: { icon: ArrowUpRight, verb: 'Open' },
  'e-mail': { icon: Mail, verb: 'Write to' },
  phone: { icon: Phone, verb: 'Call' },
}

/** Leaves the app, so it stands beside the value; the page there is told nothing of where the person came from. */
function Opener({ to, href, text }: { to: 'page' | 'e-mail' | 'phone'; href: string; text: string }) {
  const { icon: Icon, verb } = OPENERS[to]
  return (
    <a
      href={href}
      {...(to === 'page' && { target: '_blank' })}
      rel="noopener noreferrer"
      aria-label={`${verb} ${text}${to === 'page' ? ' in a new tab' : ''}`}
      title={`${verb} ${text}`}
      className="-my-1 inline-flex size-6 self-center shrink-0 items-center justify-center rounded-sm text-ink-muted hover:bg-hover hover:text-ink"
    >
      <Icon aria-hidden className="size-3.5" />
    </a>
  )
}
