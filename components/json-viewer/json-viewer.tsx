'use client'

import { lazy, Suspense, useState } from 'react'
import { Alert } from '../ui/alert'
import { Skeleton } from '../ui/skeleton'
import { isJson } from './document'
import { FormatsProvider, type JsonFormats } from './formats'
import type { EditPlace, MaskedAction, ValueAction } from './json-inspector'
import { JsonLoader, type JsonSource } from './json-loader'
import { JsonViews } from './json-views'
import { loadCode } from './load-code'
import { CODE_FROM } from './size'

const JsonCode = lazy(loadCode)

interface Look extends Partial<JsonFormats> {
  /** Names the tree. */
  label?: string
  /** How SQL names the column, for paths that Postgres reads. */
  column?: string
  /** Where a value may lead, as the rows that have the same. `source` is the value as the document has it. */
  valueAction?: ValueAction
  maskedAction?: MaskedAction
  editPlace?: EditPlace
  /** A name under which what is open and active is kept, until the browser’s tab is closed, so that it is there again on Back. */
  remember?: string
}

type JsonViewerProps = Look & (JsonSource | { load: () => Promise<JsonSource>; sizeBytes: number })

/**
 * Shows JSON text, of any size and content, without changing it: as a tree that can be searched, copied from, compared within and walked
 * with the keyboard, or as text. A document given by `load` is fetched when the person asks for it. Knows nothing of what the document is
 * about.
 */
export function JsonViewer(props: JsonViewerProps) {
  'use memo'
  const { locale = 'en', timeZone = 'UTC' } = props
  const [loaded, setLoaded] = useState<JsonSource | null>(null)
  const given = 'text' in props ? props : loaded
  return (
    <FormatsProvider locale={locale} timeZone={timeZone}>
      {given && <Loaded {...props} text={given.text} masked={given.masked} takesFocus={loaded !== null} />}
      {!given && 'load' in props && <JsonLoader load={props.load} sizeBytes={props.sizeBytes} onLoaded={setLoaded} />}
    </FormatsProvider>
  )
}

interface LoadedProps extends Look, JsonSource {
  takesFocus: boolean
}

function Loaded({ text, masked = [], label = 'Document', column = 'data', takesFocus, ...look }: LoadedProps) {
  'use memo'
  // A large document is first shown as text, for which it need not be read whole; the tree reads it, and says so when it is none.
  const canBeTree = text.length >= CODE_FROM || isJson(text)
  // Another document starts anew: what was open and active belonged to the last one.
  if (canBeTree)
    return (
      <JsonViews
        key={text}
        label={label}
        text={text}
        masked={masked}
        column={column}
        valueAction={look.valueAction}
        maskedAction={look.maskedAction}
        editPlace={look.editPlace}
        remember={look.remember}
        takesFocus={takesFocus}
      />
    )
  return (
    <div className="min-w-0">
      <div className="p-4">
        <Alert tone="warning" title="This is not valid JSON, so it is shown as it is." />
      </div>
      <Suspense fallback={<Skeleton className="m-4 h-40" />}>
        <JsonCode key={text} label={label} text={text} takesFocus={takesFocus} tools={null} />
      </Suspense>
    </div>
  )
}
