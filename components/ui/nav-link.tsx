'use client'

import clsx from 'clsx'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A place in the navigation, marked while the person is in it or below it. */
export function NavLink({ href, children, onClick }: { href: Route; children: ReactNode; onClick?: () => void }) {
  const pathname = usePathname()
  const path: string = href
  const here = pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))
  return (
    <Link
      href={href}
      onClick={onClick}
      aria-current={here ? 'page' : undefined}
      className={clsx(
        'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0',
        here ? 'bg-hover font-medium text-ink' : 'text-ink-muted hover:bg-hover hover:text-ink',
      )}
    >
      {children}
    </Link>
  )
}
