'use client'

import { useState } from 'react'
import { Button } from '../ui/button'
import { JsonText } from './json-text'
import { chunkEnd } from './text-chunks'

const format = new Intl.NumberFormat('en')

/** The document as plain text, a stretch at a time. */
export function JsonRaw({ label, text }: { label: string; text: string }) {
  const [ends, setEnds] = useState([chunkEnd(text, 0)])
  const shown = ends.at(-1) ?? 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-[65vh] overflow-auto">
      <pre className="p-4 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
        {ends.map((end, index) => (
          <JsonText key={end} text={text.slice(ends[index - 1] ?? 0, end)} lines />
        ))}
      </pre>
      {text.length > shown && (
        <p className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-2 text-sm text-ink-muted">
          The first {format.format(shown)} of {format.format(text.length)} characters.
          <Button compact onClick={() => setEnds([...ends, chunkEnd(text, shown)])}>
            Show more
          </Button>
        </p>
      )}
    </section>
  )
}
