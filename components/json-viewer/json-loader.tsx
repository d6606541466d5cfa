'use client'

import { useState, useTransition } from 'react'
import { formatBytes } from '@/lib/format-bytes'
import { useLocale } from '../locale'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'

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
  const locale = useLocale()
  const [pending, start] = useTransition()
  const [error, setError] = useState<string>()
  const run = () =>
    start(async () => {
      setError(undefined)
      try {
        const source = await load()
        start(() => onLoaded(source))
      } catch (cause) {
        console.error(cause)
        setError(sentenceOf(cause))
      }
    })
  return (
    <div className="grid justify-items-start gap-3">
      {error && (
        <Alert tone="danger" title="The document could not be loaded.">
          {error}
        </Alert>
      )}
      <p className="text-sm text-ink-muted">This document is large, so it is loaded only when you want to see it.</p>
      <Button onClick={pending ? undefined : run} aria-disabled={pending} aria-busy={pending}>
        {pending ? 'Loading…' : error ? 'Try again' : `Load document (${formatBytes(locale, sizeBytes)})`}
      </Button>
    </div>
  )
}

/** What the caller says; the browser's own words for a lost connection are none for people. */
function sentenceOf(cause: unknown): string {
  return cause instanceof Error && !(cause instanceof TypeError) ? cause.message : 'The server could not be reached.'
}
