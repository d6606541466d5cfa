'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/dialog'
import { sitePath } from '@/lib/routes'

/** Where the person wanted to go: along a link, or through the browser's history. */
type Way = { path: string } | { key: string }

/**
 * While there is something to lose, asks before a link or *Back* leads away and before the tab is closed. Gives the window that asks.
 * A browser that cannot hold *Back* up lets it through.
 */
export function useLeaveGuard(unsaved: boolean): ReactNode {
  const router = useRouter()
  const [way, setWay] = useState<Way | null>(null)
  const leaving = useRef(false)
  useEffect(() => {
    if (!unsaved) return
    const stop = new AbortController()
    const { signal } = stop
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal })
    // Before the link itself hears it.
    document.addEventListener('click', (event) => holdLink(event, setWay), { signal, capture: true })
    if ('navigation' in window)
      window.navigation.addEventListener(
        'navigate',
        (event) => {
          if (leaving.current || event.navigationType !== 'traverse' || !event.cancelable) return
          event.preventDefault()
          setWay({ key: event.destination.key })
        },
        { signal },
      )
    return () => stop.abort()
  }, [unsaved])
  const leave = () => {
    leaving.current = true
    if (way && 'path' in way) router.push(sitePath(way.path))
    else if (way) window.navigation.traverseTo(way.key)
  }
  return (
    <ConfirmDialog
      open={way !== null}
      onOpenChange={(open) => !open && setWay(null)}
      title="Leave without saving?"
      text="What you changed here is lost when you leave."
      confirm="Leave"
      danger
      onConfirm={leave}
    />
  )
}

function holdLink(event: MouseEvent, hold: (way: Way) => void): void {
  const path = leadsAway(event)
  if (path === null) return
  event.preventDefault()
  event.stopPropagation()
  hold({ path })
}

/** Where a press on a link in this tab would lead within the site; null for everything else. */
function leadsAway(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || (link.target !== '' && link.target !== '_self') || link.origin !== window.location.origin) return null
  const isSamePage = link.pathname === window.location.pathname && link.search === window.location.search
  return isSamePage ? null : `${link.pathname}${link.search}${link.hash}`
}
