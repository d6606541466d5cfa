'use client'

import { useEffect, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { NotJson, parseExact } from '@/lib/json/exact-json'
import { fetchMasked } from '@/lib/mask/fetch-masked'
import type { RecordToEdit } from '@/lib/records/edit-dto'
import { routes } from '@/lib/routes'
import { EditForm } from './edit-form'

/** A record's editor, once its state is there: a large one comes after the page. `at` is the pointer of the value that one came for. */
export function RecordEditor({ record, at }: { record: RecordToEdit; at?: string }) {
  'use memo'
  const [state, setState] = useState(record.state)
  const [failed, setFailed] = useState(false)
  const [attempts, setAttempts] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    if (state !== null) return
    fetchMasked(routes.recordState(record.id)).then(
      ({ text }) => setState(text),
      (error) => {
        console.error(error)
        setFailed(true)
      },
    )
  }, [state, record.id, attempts])
  if (state === null && !failed) return <SkeletonRows rows={8} label="Loading the record" />
  if (state === null)
    return (
      <Alert tone="danger" title="The record could not be loaded.">
        <Button
          compact
          onClick={() => {
            setFailed(false)
            setAttempts(attempts + 1)
          }}
        >
          Try again
        </Button>
      </Alert>
    )
  const initial = readOrProblem(state)
  if (typeof initial === 'string') return <Alert tone="warning" title={initial} />
  return <EditForm record={record} initial={initial} at={at} />
}

function readOrProblem(state: string) {
  try {
    return parseExact(state)
  } catch (error) {
    if (error instanceof NotJson) return error.message
    throw error
  }
}
