'use client'

import { X } from 'lucide-react'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { forget, useRecentFilters } from './recent-filters'

export interface RecentListProps {
  storageKey: string
  onApply: (filter: string) => void
}

/** The filters that this viewer applied here before: each to go back to or to forget. */
export function RecentList({ storageKey, onApply }: RecentListProps) {
  const recent = useRecentFilters(storageKey)
  return (
    <>
      <div className="mb-1.5 flex min-h-7 items-center justify-between gap-3">
        <h2 className="font-semibold">Recent filters</h2>
        {recent.length > 0 && (
          <Button tone="ghost" compact onClick={() => forget(storageKey)}>
            Clear
          </Button>
        )}
      </div>
      {recent.length === 0 && <p className="text-ink-muted">Filters that you apply are listed here.</p>}
      <ul className="grid gap-1">
        {recent.map((filter) => (
          <li key={filter} className="flex items-center gap-1">
            <button
              type="button"
              className="min-h-8 min-w-0 flex-1 rounded-sm px-1.5 py-1 text-left font-mono text-xs break-words text-accent-text hover:bg-hover pointer-coarse:min-h-11"
              onClick={() => onApply(filter)}
            >
              {filter}
            </button>
            <IconButton icon={X} label={`Forget ${filter}`} onClick={() => forget(storageKey, filter)} />
          </li>
        ))}
      </ul>
    </>
  )
}
