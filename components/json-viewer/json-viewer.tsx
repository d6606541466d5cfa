'use client'

import { useState, useTransition } from 'react'
import { formatBytes } from '@/lib/format-bytes'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { parseDocument } from './document'
import { JsonExplorer } from './json-explorer'
import { JsonRaw } from './json-raw'
import type { ValueAction } from './value-action'

interface LoadedJson {
  /** JSON source; values already masked in it. */
  text: string
  /** JSON pointers of the masked values. */
  masked: readonly string[]
}

export type JsonViewerProps = { valueAction?: ValueAction } & (
  | LoadedJson
  | {
      /** Fetches a document too large to be part of the page. A rejection's message is not shown. */
      load: () => Promise<LoadedJson>
      sizeBytes: number
    }
)

/**
 * Shows a JSON document as it is stored: no digit, key or character of it is altered, nothing in it is run or fetched. A large one
 * comes when it is asked for.
 */
export function JsonViewer(props: JsonViewerProps) {
  if ('text' in props) return <LoadedViewer document={props} valueAction={props.valueAction} />
  return <RemoteViewer load={props.load} sizeBytes={props.sizeBytes} valueAction={props.valueAction} />
}

interface RemoteViewerProps {
  load: () => Promise<LoadedJson>
  sizeBytes: number
  valueAction?: ValueAction
}

function RemoteViewer({ load, sizeBytes, valueAction }: RemoteViewerProps) {
  const [pending, start] = useTransition()
  const [document, setDocument] = useState<LoadedJson>()
  const [failed, setFailed] = useState(false)
  const fetchIt = () =>
    start(async () => {
      try {
        setFailed(false)
        setDocument(await load())
      } catch (error) {
        console.error(error)
        setFailed(true)
      }
    })
  if (document) return <LoadedViewer document={document} valueAction={valueAction} />
  return (
    <div className="grid justify-items-start gap-3">
      {failed && <Alert tone="danger" title="The document could not be loaded. Try again in a moment." />}
      <p className="text-sm text-ink-muted">This document is large, so it is not part of the page.</p>
      <Button onClick={fetchIt} disabled={pending} aria-busy={pending || undefined}>
        {pending ? 'Loading…' : `Load document (${formatBytes(sizeBytes)})`}
      </Button>
    </div>
  )
}

function LoadedViewer({
  document: { text, masked },
  valueAction,
}: {
  document: LoadedJson
  valueAction?: ValueAction
}) {
  const parsed = parseDocument(text)
  if (parsed) return <JsonExplorer document={parsed} masked={masked} valueAction={valueAction} />
  return (
    <div className="grid gap-3">
      <Alert tone="warning" title="This is not JSON that can be shown as a tree, so it is shown as text." />
      <JsonRaw text={text} />
    </div>
  )
}
