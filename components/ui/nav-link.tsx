'use client'

import clsx from 'clsx'
import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import { Keys } from '../keyboard/keys'
import { Link } from './link'
import { SpriteIcon, type SpriteName } from './sprite-icon'
import { Tooltip } from './tooltip'

interface NavLinkProps {
  href: Route
  label: string
  icon: SpriteName
  /** The shortcut that leads there too. */
  keys?: string
}

/** A place in the sidebar, marked while the person is in it or below it; in a narrow sidebar its name is in the tooltip. */
export function NavLink({ href, label, icon, keys }: NavLinkProps) {
  const here = useIsHere(href)
  return (
    <Tooltip
      side="right"
      text={
        <>
          {label} {keys && <Keys keys={keys} />}
        </>
      }
    >
      <Link
        href={href}
        aria-current={here ? 'page' : undefined}
        // No aria-keyshortcuts: it would say “g or r”, since it knows no keys that follow each other.
        aria-describedby={undefined}
        className={clsx(
          'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors pointer-coarse:h-11',
          here ? 'bg-hover font-medium text-ink' : 'text-ink-muted hover:bg-hover hover:text-ink',
        )}
      >
        <SpriteIcon name={icon} className={clsx('size-4 shrink-0', here && 'text-accent-text')} />
        <span className="truncate narrow:sr-only">{label}</span>
      </Link>
    </Tooltip>
  )
}

/** A place in the bar at the lower edge of a phone. */
export function TabLink({ href, label, icon }: Omit<NavLinkProps, 'keys'>) {
  const here = useIsHere(href)
  return (
    <Link href={href} aria-current={here ? 'page' : undefined} className={tabClass(here)}>
      <SpriteIcon name={icon} className="size-5" />
      <span className="max-w-full truncate">{label}</span>
    </Link>
  )
}

/** How every tab of the bar is drawn, also one that opens a menu. */
export function tabClass(here: boolean): string {
  return clsx(
    'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-0.5 text-xs tracking-tight',
    here ? 'font-medium text-accent-text' : 'text-ink-muted',
  )
}

function useIsHere(href: Route): boolean {
  const pathname = usePathname()
  const path: string = href
  return pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))
}
