'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useShortcut } from './use-shortcut'

const GROUP = 'This page'

/** Lets the search window offer what this page can do. Shows nothing. */
export function PageCommand({ label, run }: { label: string; run: () => void }) {
  useShortcut({ keys: '', label, group: GROUP }, run)
  return null
}

/** The same for what leads to another page. */
export function PageCommandLink({ label, href }: { label: string; href: Route }) {
  const router = useRouter()
  return <PageCommand label={label} run={() => router.push(href)} />
}
