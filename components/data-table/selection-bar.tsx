import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'

interface SelectionBarProps {
  count: number
  /** How many of them are on other pages of the list. */
  elsewhere?: number
  /** How many rows the whole list has, in words; without it only what was ticked can be selected. */
  whole?: ReactNode
  /** Whether the whole list is selected. */
  all?: boolean
  onAll?: () => void
  onClear: () => void
  children: ReactNode
}

/** How many rows are selected and what can be done with them; floats at the lower edge, in reach of a thumb, so that no row moves. */
export function SelectionBar({ count, elsewhere = 0, whole, all, onAll, onClear, children }: SelectionBarProps) {
  return (
    <div className="pointer-events-none sticky bottom-4 z-20 mt-2 flex justify-center px-3 max-md:bottom-[calc(var(--bar)+4rem)]">
      <div className="pointer-events-auto flex flex-wrap items-center gap-2 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-3.5 shadow-raised">
        <span role="status" className="mr-1 text-sm font-medium">
          {all ? <>All {whole} selected</> : `${count} selected`}
          {!all && elsewhere > 0 && <span className="font-normal text-ink-muted">, {elsewhere} on other pages</span>}
        </span>
        {whole && !all && (
          <Button compact tone="ghost" onClick={onAll}>
            Select all {whole}
          </Button>
        )}
        {children}
        <IconButton icon={X} label="Clear the selection" onClick={onClear} />
      </div>
    </div>
  )
}
