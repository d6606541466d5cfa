'use client'

import { useState, useTransition } from 'react'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { useFormats } from './formats'
import { loadCode } from './load-code'
import { CODE_FROM } from './size'

/** JSON text, and the JSON pointers (RFC 6901) of the values in it that stand for others. */
export interface JsonSource {
  text: string
  masked?: readonly string[]
}

interface JsonLoaderProps {
  sizeBytes: number
  load: () => Promise<JsonSource>
  onLoaded: (source: JsonSource) => void
}

/** Stands for a document that is too large to be part of the page, until it is wanted. */
export function JsonLoader({ sizeBytes, load, onLoaded }: JsonLoaderProps) {
  const { bytes } = useFormats()
  const [pending, start] = useTransition()
  const [error, setError] = useState<string>()
  const run = () =>
    start(async () => {
      setError(undefined)
      // What will show it comes at the same time as what is shown.
      if (sizeBytes >= CODE_FROM) loadCode().catch(console.error)
      try {
        const source = await load()
        start(() => onLoaded(source))
      } catch (cause) {
        console.error(cause)
        setError(sentenceOf(cause))
      }
    })
  return (
    <div className="grid justify-items-start gap-3 p-4">
      {error && (
        <Alert tone="danger" title="The document could not be loaded.">
          {error}
        </Alert>
      )}
      <p className="text-sm text-ink-muted">This document is large, so it is loaded only when you want to see it.</p>
      <Button onClick={pending ? undefined : run} aria-disabled={pending} aria-busy={pending}>
        {pending ? 'Loading…' : error ? 'Try again' : `Load document (${bytes(sizeBytes)})`}
      </Button>
    </div>
  )
}

/** What the caller says; the browser's own words for a lost connection are none for people. */
function sentenceOf(cause: unknown): string {
  return cause instanceof Error && !(cause instanceof TypeError) ? cause.message : 'The server could not be reached.'
}
