'use client'

import { type ReactNode, useEffect, useState } from 'react'

/** A box that carries `data-hydrated` once React listens: a click before that does nothing, and whoever automates the page can wait for it. */
export function Hydrated({ className, children }: { className?: string; children: ReactNode }) {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return (
    <div data-hydrated={hydrated || undefined} className={className}>
      {children}
    </div>
  )
}
