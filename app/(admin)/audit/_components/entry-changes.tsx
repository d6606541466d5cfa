import { ArrowRight, Minus, Plus } from 'lucide-react'
import { NumberText } from '@/components/number-text'
import type { AuditChange } from '@/lib/audit/dto'

/** What an entry changed: each field as it was and as it became, lists by what left and what came. Texts are texts, never markup. */
export function EntryChanges({ changes }: { changes: readonly AuditChange[] }) {
  if (changes.length === 0) return <span className="text-ink-muted">No value changed</span>
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-1 whitespace-normal [overflow-wrap:anywhere] sm:min-w-72">
      {changes.map((change) => (
        <li key={change.field}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  )
}

function Change({ change }: { change: AuditChange }) {
  switch (change.kind) {
    case 'tooLarge':
      return <span className="text-ink-muted">Too large to be shown here</span>
    case 'more':
      return (
        <span className="text-ink-muted">
          and <NumberText value={change.count} /> more
        </span>
      )
    case 'value':
      return (
        <span className="flex flex-wrap items-center gap-x-1.5">
          <span className="text-ink-muted">{change.field}</span>
          <Value text={change.before} />
          <ArrowRight role="img" aria-label="became" className="size-3 text-ink-muted" />
          <Value text={change.after} />
        </span>
      )
    case 'list':
      return (
        <div>
          <span className="text-ink-muted">{change.field}</span>
          <Items sign="removed" items={change.removed} />
          <Items sign="added" items={change.added} />
          {change.hidden > 0 && <span className="text-ink-muted">and {change.hidden} more</span>}
        </div>
      )
  }
}

function Value({ text }: { text: string | null }) {
  if (text === null) return <span className="text-ink-muted">none</span>
  return (
    <code dir="auto" className="font-mono text-xs break-words">
      {text}
    </code>
  )
}

function Items({ sign, items }: { sign: 'removed' | 'added'; items: readonly string[] }) {
  const Icon = sign === 'removed' ? Minus : Plus
  return (
    <ul>
      {keyed(items).map(({ key, item }) => (
        <li key={key} className="flex gap-1.5">
          <Icon role="img" aria-label={sign} className="mt-1 size-3 shrink-0 text-ink-muted" />
          <span className="line-clamp-3 min-w-0 whitespace-pre-wrap" dir="auto">
            {item}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The same message can stand in a list more than once. */
function keyed(items: readonly string[]): { key: string; item: string }[] {
  return items.map((item, place) => ({ key: `${place} ${item}`, item }))
}
