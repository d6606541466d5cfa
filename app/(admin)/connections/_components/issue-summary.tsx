import { CountText } from '@/components/count-text'
import { Badge } from '@/components/ui/badge'

/** How many issues, and how the first of them begins. */
export function IssueSummary({ count, first }: { count: number; first: string | null }) {
  if (count === 0) return <span className="text-ink-muted">None</span>
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Badge tone="danger">
        <CountText count={{ kind: 'exact', value: count }} one="issue" many="issues" />
      </Badge>
      <span dir="auto" className="min-w-0 truncate text-left" title={first ?? undefined}>
        {first ?? '(empty)'}
      </span>
    </span>
  )
}
