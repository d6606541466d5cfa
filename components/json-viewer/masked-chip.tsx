import { LockKeyhole } from 'lucide-react'

/** Beside a value that is not, or not wholly, what is stored. `shown` is what stands for it, of which the chip tells how long the value is. */
export function MaskedChip({ shown = '' }: { shown?: string }) {
  const { length } = /^•{6} (?<length>short|medium|long)$/.exec(shown)?.groups ?? {}
  return (
    <span className="ml-2 inline-flex shrink-0 items-center gap-1 rounded-sm bg-hover px-1.5 font-sans text-xs text-ink-muted">
      <LockKeyhole aria-hidden className="size-3" />
      masked{length && `, ${length}`}
    </span>
  )
}
