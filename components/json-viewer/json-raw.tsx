'use client'

import { useState } from 'react'
import { Button } from '../ui/button'
import { visibleText } from './visible-text'

/** Characters that the browser is given at a time: laying out megabytes in one block freezes it. */
const CHUNK = 200_000

/** A text with its lines, in a block of fixed width. */
export function JsonRaw({ text }: { text: string }) {
  const [chunks, setChunks] = useState(1)
  const shown = text.slice(0, chunks * CHUNK)
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label="Raw JSON" tabIndex={0} className="max-h-[70vh] overflow-auto rounded-md bg-canvas p-3">
        <pre className="font-mono text-xs break-all whitespace-pre-wrap">
          {shown.split('\n').map(visibleText).join('\n')}
        </pre>
      </section>
      {shown.length < text.length && (
        <Button compact className="mt-2" onClick={() => setChunks(chunks + 1)}>
          Show more ({Math.round((shown.length / text.length) * 100)} % shown)
        </Button>
      )}
    </div>
  )
}
