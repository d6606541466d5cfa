'use client'

import { useState } from 'react'
import { Button } from '../ui/button'

/** Characters shown at a time: what a browser lays out without a pause. */
const CHUNK = 200_000

const format = new Intl.NumberFormat('en')

/** The document as plain text, a stretch at a time. */
export function JsonRaw({ label, text }: { label: string; text: string }) {
  const [shown, setShown] = useState(CHUNK)
  const chunks = Array.from({ length: Math.ceil(Math.min(shown, text.length) / CHUNK) }, (_, index) => index * CHUNK)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-[65vh] overflow-auto">
      <pre className="p-4 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
        {chunks.map((from) => (
          <span key={from}>{text.slice(from, from + CHUNK)}</span>
        ))}
      </pre>
      {text.length > shown && (
        <p className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-2 text-sm text-ink-muted">
          The first {format.format(shown)} of {format.format(text.length)} characters.
          <Button compact onClick={() => setShown(shown + CHUNK)}>
            Show more
          </Button>
        </p>
      )}
    </section>
  )
}
