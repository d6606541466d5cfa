'use client'

import { useState } from 'react'
import type { TextProblem } from '@/components/json-editor/json-editor'
import { type ExactJson, NotJson, parseExact } from '@/lib/json/exact-json'
import { changesBetween, type KeyChange, withValue } from '@/lib/json/merge'

export interface Draft {
  /** As the person found it; masked. */
  base: ExactJson
  /** As the person wants it. */
  json: ExactJson
  changes: KeyChange[]
  /** What keeps the text of the data from being JSON; while there is a problem, `json` holds the data as they last were valid. */
  problem: TextProblem | null
  /** Names of the controls that hold no value; they keep the draft from being saved. */
  invalid: ReadonlySet<string>
  setInvalid: (name: string, invalid: boolean) => void
  setValue: (path: readonly string[], value: ExactJson | null) => void
  setDataText: (text: string) => void
  /** Begins anew from another state of the record. */
  rebase: (base: ExactJson, json: ExactJson) => void
  /** Counts how often the draft was begun, so that editors begin anew too. */
  round: number
}

/** What a person makes of a record's state, key by key against what it was. */
export function useDraft(initial: ExactJson, begun: ExactJson = initial): Draft {
  'use memo'
  const [base, setBase] = useState(initial)
  const [json, setJson] = useState(begun)
  const [problem, setProblem] = useState<TextProblem | null>(null)
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set())
  const [round, setRound] = useState(0)
  return {
    base,
    json,
    problem,
    round,
    invalid,
    setInvalid: (name, isInvalid) =>
      setInvalid((before) => {
        const next = new Set(before)
        if (isInvalid) next.add(name)
        else next.delete(name)
        return next
      }),
    changes: changesBetween(base, json),
    setValue: (path, value) => setJson((before) => withValue(before, path, value)),
    setDataText: (text) => {
      const read = readData(text)
      if ('message' in read) return setProblem(read)
      setProblem(null)
      setJson((before) => withValue(before, ['data'], read))
    },
    rebase: (nextBase, nextJson) => {
      setBase(nextBase)
      setJson(nextJson)
      setProblem(null)
      setInvalid(new Set())
      setRound((before) => before + 1)
    },
  }
}

function readData(text: string): ExactJson | TextProblem {
  try {
    const data = parseExact(text)
    return data.kind === 'object' ? data : problemAt(text, 0, 'The data of a record must be an object, in braces.')
  } catch (error) {
    if (error instanceof NotJson) return problemAt(text, error.at, error.message)
    throw error
  }
}

function problemAt(text: string, at: number, message: string): TextProblem {
  const before = text.slice(0, at)
  return { at, message, line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
