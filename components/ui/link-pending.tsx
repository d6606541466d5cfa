'use client'

import clsx from 'clsx'
import { LoaderCircle } from 'lucide-react'
import { useLinkStatus } from 'next/link'

/** Inside a link: turns while the page behind it is on its way, and takes no room of its own until then. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  return (
    <LoaderCircle
      aria-hidden
      className={clsx(
        'size-3.5 shrink-0 transition-opacity delay-100',
        pending ? 'animate-spin opacity-100' : 'hidden',
      )}
    />
  )
}
