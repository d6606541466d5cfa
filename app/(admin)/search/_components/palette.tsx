'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { type RegisteredShortcut, registeredShortcuts, subscribe } from '@/components/keyboard/registry'
import { itemsOf } from '@/components/palette/palette-items'
import { PaletteWindow } from '@/components/palette/palette-window'
import { can, type Role } from '@/lib/auth/permissions'
import { FOUND_GROUPS } from '@/lib/search/line'
import { readTyped } from '@/lib/search/typed'
import { GROUP_LABELS, type Item, type ItemGroup, NARROWABLE } from './found-item'
import { noteUse } from './note-use'
import { commandsFor } from './palette-commands'
import { paletteGroups } from './palette-groups'
import { PaletteKinds } from './palette-kinds'
import { PaletteNotes } from './palette-notes'
import { pagesFor } from './places-known'
import { useFound } from './use-found'

const NONE: readonly RegisteredShortcut[] = []

export interface PaletteProps {
  role: Role
  onClose: () => void
  onHelp: () => void
}

/** The open search window: pages, commands and what the server finds, in one list. Loaded when it is first wanted. */
export function Palette({ role, onClose, onHelp }: PaletteProps) {
  const router = useRouter()
  const here = useHere()
  const shortcuts = useSyncExternalStore(subscribe, registeredShortcuts, () => NONE)
  const [text, setText] = useState('')
  const [only, setOnly] = useState<ItemGroup>()
  const awaitsEnter = useRef(false)

  const typed = readTyped(text, window.location.origin)
  const asked = typed.kind === 'text' ? typed.text : typed.kind === 'nothing' ? '' : null
  const onServer = FOUND_GROUPS.find((group) => group === only)
  const isLocal = only !== undefined && !onServer
  const found = useFound(isLocal ? null : asked, onServer)
  const isFresh = asked === null || isLocal || (found.text === asked && found.only === onServer)
  const busy = !(isFresh && (asked === null || isLocal || found.done))
  const commands = commandsFor(shortcuts, { onHelp, router })
  const groups = paletteGroups({ typed, found, pages: pagesFor(role), commands, only, here })
  const certain = certainItem()
  const count = itemsOf(groups).filter(({ group }) => group !== 'why').length

  function certainItem(): Item | undefined {
    const exact = groups.find(({ id }) => id === 'exact')?.items ?? []
    if (exact.length > 0 || !isFresh) return isFresh && exact.length === 1 ? exact[0] : undefined
    // One thing in all that answers an e-mail or an id, when everything has been looked through.
    const others = itemsOf(groups).filter(({ group }) => group !== 'why')
    return !busy && others.length === 1 && /^\S*[\d@]\S*$/.test(text.trim()) ? others[0] : undefined
  }

  const take = (item: Item, inNewTab: boolean) => {
    // A page notes by itself that someone came to it.
    if (item.run && item.place) noteUse(item.place)
    if (inNewTab && item.href) {
      window.open(item.href, '_blank', 'noopener')
      return
    }
    onClose()
    if (item.href) router.push(item.href)
    // The window gives the focus back a moment after it is gone; what a command opens must come after that to keep it.
    else setTimeout(() => setTimeout(() => item.run?.(), 0), 0)
  }
  /** Who pastes and presses Enter at once is taken there as soon as it is known where that is. */
  const onAnswer = useEffectEvent(() => {
    if (!awaitsEnter.current || !isFresh) return
    const first = certain ?? (busy ? undefined : itemsOf(groups)[0])
    if (!first) return
    awaitsEnter.current = false
    take(first, false)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each part of the answer may be the one that is waited for
  useEffect(() => onAnswer(), [found])

  return (
    <PaletteWindow
      onClose={onClose}
      text={text}
      onText={(next) => {
        awaitsEnter.current = false
        if (next.startsWith('>') && only === undefined) setOnly('commands')
        setText(next.replace(/^>\s*/, ''))
      }}
      groups={groups.filter(({ items }) => items.length > 0)}
      certain={certain?.id}
      busy={busy}
      scope={only && { label: GROUP_LABELS[only], onLeave: () => setOnly(undefined) }}
      onNarrow={({ group }) => setOnly(NARROWABLE.find((kind) => kind === group))}
      onTake={take}
      onEnter={() => {
        awaitsEnter.current = true
        onAnswer()
      }}
      kinds={<PaletteKinds role={role} only={only} onOnly={setOnly} />}
      notes={
        <PaletteNotes
          typed={typed}
          groups={groups}
          failed={isFresh && found.failed}
          isWhole={!busy}
          onBuild={isFresh && found.groups.records?.lacksIndex && can({ role }, 'indexes:manage') ? onClose : undefined}
        />
      }
      status={busy ? '' : statusOf(count, groups)}
    />
  )
}

function statusOf(count: number, groups: readonly { id: string; label: string; items: readonly Item[] }[]): string {
  if (count === 0) return 'Nothing was found.'
  const parts = groups
    .filter(({ id, items }) => id !== 'why' && items.length > 0)
    .map(({ label, items }) => `${items.length} in ${label}`)
  return `${count} ${count === 1 ? 'result' : 'results'}: ${parts.join(', ')}.`
}

function useHere(): string {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  return query === '' ? pathname : `${pathname}?${query}`
}
