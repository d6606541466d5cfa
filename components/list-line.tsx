'use client'

import { RotateCw } from 'lucide-react'
import { LINE_ABOVE } from './data-table/table-look'
import { NumberText } from './number-text'
import { Button } from './ui/button'
import { useSpoken } from './use-spoken'

interface ListLineProps {
  /** How many rows have come that are not shown, and whether there may be more. */
  fresh: number
  more?: boolean
  /** How many rows that are shown have changed. */
  changed: number
  /** What they are: "new record", "new records". */
  one: string
  many: string
  busy: boolean
  onShow: () => void
}

/** The line above a list: what is new since it was read, said quietly, and the way to read it anew, which is there always. */
export function ListLine({ fresh, more = false, changed, one, many, busy, onShow }: ListLineProps) {
  const isOne = fresh === 1 && !more
  const spoken = useSpoken(
    [fresh > 0 && `${fresh}${more ? '+' : ''} ${isOne ? one : many}`, changed > 0 && changedText(changed)]
      .filter(Boolean)
      .join(', '),
  )
  return (
    <div className={LINE_ABOVE}>
      <Button compact tone="ghost" busy={busy} onClick={onShow} className="text-ink-muted">
        <RotateCw aria-hidden />
        Refresh
      </Button>
      {fresh > 0 && (
        <Button compact onClick={onShow} busy={busy}>
          <span>
            <NumberText value={fresh} />
            {more && '+'} {isOne ? one : many}
          </span>
        </Button>
      )}
      {changed > 0 && <span className="truncate text-xs text-ink-muted">{changedText(changed)}</span>}
      <span role="status" className="sr-only">
        {spoken}
      </span>
    </div>
  )
}

function changedText(changed: number): string {
  return changed === 1 ? '1 row has changed' : `${changed} rows have changed`
}
