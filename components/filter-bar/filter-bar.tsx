'use client'

import { CircleHelp, LoaderCircle, Search, X } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useId, useRef, useState, useTransition } from 'react'
import type { FieldDefinition } from '@/lib/query/fields'
import { withoutMargin } from '@/lib/query/margin'
import type { QueryProblem } from '@/lib/query/problem'
import { useShortcut } from '../keyboard/use-shortcut'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { Popover } from '../ui/popover'
import { FilterChips } from './filter-chips'
import { FilterHelp, filterHelp } from './filter-help'
import { FilterInput } from './filter-input'
import { FilterProblems } from './filter-problems'
import { recentKey, remember, useRecentFilters } from './recent-filters'
import { RecentMenu } from './recent-menu'
import type { Ask } from './use-occurring'
import { useTaller } from './use-taller'

/** Rem that the filter is high with one line of chips; the room above a table (table-look.ts) has it in it. */
const USUAL = 4.75

const FOCUS = { keys: '/', label: 'Go to the filter', group: 'Everywhere' }

interface FilterBarProps {
  /** The expression in the address. */
  value: string
  /** The path of the table, and its other parameters, which a new filter keeps. */
  path: Route
  parameters: Record<string, string>
  problems: readonly QueryProblem[]
  fields: readonly FieldDefinition[]
  examples: readonly string[]
  /** The id of whoever looks: their recent filters are theirs. */
  viewer: string
  /** Where to ask what a field holds; without it only what the fields themselves say is proposed. */
  ask?: Ask
}

/**
 * The filter as text. A plain GET form, so it works before React does; then it moves without a reload. `/` focuses it from
 * anywhere, Escape leaves it. What can follow is proposed beneath while it is typed. What was not understood is shown beneath, at its place.
 */
export function FilterBar({ value, path, parameters, problems, fields, examples, viewer, ask }: FilterBarProps) {
  const router = useRouter()
  const id = useId()
  const box = useRef<HTMLElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [pending, start] = useTransition()
  const [shown, setShown] = useState(value)
  const [text, setText] = useState(value)
  // The address is the owner: Back, a facet or a link replaces what stands here.
  if (shown !== value) {
    setShown(value)
    setText(value)
  }

  const storageKey = recentKey(path, viewer)
  const recent = useRecentFilters(storageKey)
  const isUnderstood = problems.length === 0
  useEffect(() => {
    if (isUnderstood) remember(storageKey, value)
  }, [isUnderstood, storageKey, value])

  useTaller(box, USUAL)

  const edit = () => {
    input.current?.focus()
    input.current?.select()
  }
  useShortcut(FOCUS, edit)

  const apply = (written: string) => {
    const q = withoutMargin(written)
    setText(q)
    const query = new URLSearchParams(q === '' ? parameters : { q, ...parameters })
    start(() => router.push(`${path}${query.size > 0 ? `?${query}` : ''}` as Route, { scroll: false }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply(text)
  }

  return (
    <search ref={box} aria-busy={pending || undefined}>
      <form action={path} method="get" onSubmit={submit} className="flex items-center gap-1">
        {Object.entries(parameters).map(([name, held]) => (
          <input key={name} type="hidden" name={name} value={held} />
        ))}
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-muted"
          />
          <FilterInput
            input={input}
            id={id}
            text={text}
            onText={setText}
            onApply={apply}
            fields={fields}
            ask={ask}
            recent={recent}
            keys={FOCUS.keys}
            problemsId={problems.length > 0 ? `${id}-problems` : undefined}
          />
          <span className="absolute inset-y-0 right-1 flex items-center">
            {pending && <LoaderCircle aria-hidden className="mr-1.5 size-4 animate-spin text-ink-muted" />}
            {!pending && text !== '' && <IconButton icon={X} label="Clear the filter" onClick={() => apply('')} />}
            {!pending && text === '' && (
              <span aria-hidden className="mr-1 pointer-coarse:hidden">
                <Kbd>{FOCUS.keys}</Kbd>
              </span>
            )}
          </span>
        </div>
        <RecentMenu storageKey={storageKey} onApply={apply} />
        <Popover
          trigger={<IconButton icon={CircleHelp} label="How to filter" />}
          label="How to filter"
          needs={filterHelp}
        >
          <FilterHelp fields={fields} examples={examples} onExample={apply} />
        </Popover>
      </form>
      <FilterChips text={text} fields={fields} ask={ask} onApply={apply} />
      {/* The field stands at the upper edge; a thumb reaches the lower one. */}
      <div className="fixed bottom-bar left-0 z-21 px-4 py-2 md:hidden">
        <Button onClick={edit}>
          <Search aria-hidden />
          Filter
        </Button>
      </div>
      {problems.length > 0 && <FilterProblems id={`${id}-problems`} text={value} problems={problems} onApply={apply} />}
    </search>
  )
}
