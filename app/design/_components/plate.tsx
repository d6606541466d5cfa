import type { ReactNode } from 'react'

/** A part of the design page that is photographed by itself; its tables give no room to the filters of others (`useTaller`). */
export function Plate({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      data-plate={title}
      className="grid min-w-0 gap-4 rounded-lg border border-line p-4 [--taller:0px]"
    >
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}

/** Things of one kind beside each other, with what they have in common. */
export function Specimens({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-2">
      <h3 className="text-xs text-ink-muted">{of}</h3>
      <div className="flex min-w-0 flex-wrap items-center gap-3">{children}</div>
    </div>
  )
}
