'use client'

import { useState } from 'react'
import { Alert } from '../ui/alert'
import { parseDocument } from './document'
import { JsonDocumentView } from './json-document'
import type { ValueAction } from './json-inspector'
import { JsonLoader, type JsonSource } from './json-loader'
import { JsonRaw } from './json-raw'

interface Look {
  /** Names the tree. */
  label?: string
  /** How SQL names the column, for paths that Postgres reads. */
  column?: string
  /** Where a value may lead, as the rows that have the same. `source` is the value as the document has it. */
  valueAction?: ValueAction
}

type JsonViewerProps = Look & (JsonSource | { load: () => Promise<JsonSource>; sizeBytes: number })

/**
 * Shows JSON text, of any size and content, without changing it: as a tree that can be searched, copied from and walked with the
 * keyboard, or as text. A document given by `load` is fetched when the person asks for it. Knows nothing of what the document is about.
 */
export function JsonViewer(props: JsonViewerProps) {
  const [loaded, setLoaded] = useState<JsonSource | null>(null)
  const given = 'text' in props ? props : loaded
  if (given) return <Loaded {...props} text={given.text} masked={given.masked} takesFocus={loaded !== null} />
  return 'load' in props ? <JsonLoader load={props.load} sizeBytes={props.sizeBytes} onLoaded={setLoaded} /> : null
}

interface LoadedProps extends Look, JsonSource {
  takesFocus: boolean
}

function Loaded({ text, masked = [], label = 'Document', column = 'data', valueAction, takesFocus }: LoadedProps) {
  const document = parseDocument(text)
  if (document) {
    // Another document starts anew: what was open and active belonged to the last one.
    return (
      <JsonDocumentView
        key={text}
        label={label}
        document={document}
        masked={masked}
        column={column}
        valueAction={valueAction}
        takesFocus={takesFocus}
      />
    )
  }
  return (
    <div className="grid gap-3">
      <Alert tone="warning" title="This is not valid JSON, so it is shown as it is." />
      <JsonRaw key={text} label={label} text={text} />
    </div>
  )
}
