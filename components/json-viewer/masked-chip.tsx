import { LockKeyhole } from 'lucide-react'

/** Beside a value that is not, or not wholly, what is stored. */
export function MaskedChip() {
  return (
    <span className="ml-2 inline-flex shrink-0 items-center gap-1 rounded-sm bg-hover px-1.5 font-sans text-xs text-ink-muted">
      <LockKeyhole aria-hidden className="size-3" />
      masked
    </span>
  )
}
