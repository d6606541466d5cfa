'use client'

import { LoaderCircle, Search, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'

interface PaletteFieldProps {
  ref?: Ref<HTMLInputElement>
  listId: string
  text: string
  onText: (text: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  /** The id of the active item in the document. */
  activeId: string | undefined
  isOpen: boolean
  busy: boolean
  /** The kind that the search is narrowed to, and the way back. */
  scope?: { label: string; onLeave: () => void }
}

/** Where one types what is looked for: the combobox of the list beneath it (APG). */
export function PaletteField({
  ref,
  listId,
  text,
  onText,
  onKeyDown,
  activeId,
  isOpen,
  busy,
  scope,
}: PaletteFieldProps) {
  const Icon = busy ? LoaderCircle : Search
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2.5">
      <Icon aria-hidden className={`size-4 shrink-0 text-ink-muted ${busy ? 'animate-spin' : ''}`} />
      {scope && (
        <button
          type="button"
          onClick={scope.onLeave}
          className="flex h-6 shrink-0 items-center gap-1 rounded-sm bg-accent-soft px-1.5 text-xs font-medium text-accent-text pointer-coarse:h-11"
        >
          <span className="sr-only">Do not narrow to </span>
          {scope.label}
          <X aria-hidden className="size-3" />
        </button>
      )}
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-label="Search"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={activeId}
        aria-busy={busy || undefined}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="go"
        dir="auto"
        placeholder="Search, or paste an id, address or e-mail"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-12 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-ink-muted max-md:text-[1rem]"
      />
    </div>
  )
}
