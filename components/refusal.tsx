'use client'

import type { Failure } from '@/lib/result'
import { sentenceOf } from './action-button'
import { Alert } from './ui/alert'
import { Button } from './ui/button'

/** What there is to say of a refusal beside what was typed. */
export interface Refused {
  sentence: string
  /** The page is from before an upgrade: nothing can be asked of it any more. */
  outdated: boolean
}

/**
 * Keeps what was typed where only another page helps: of one that is outdated, and of someone whose session has ended, who is taken to sign
 * in and back. Null for the latter.
 */
export function refusalOf(failure: Failure, keep: () => void): Refused | null {
  const outdated = failure.code === 'OUTDATED'
  if (outdated || failure.code === 'UNAUTHENTICATED') keep()
  const sentence = sentenceOf(failure)
  return sentence === null ? null : { sentence, outdated }
}

/** Why a verb was refused. An outdated page is loaded anew from here, once what was typed since is kept too. */
export function Refusal({ refused, keep }: { refused: Refused | null; keep: () => void }) {
  if (!refused) return null
  const reload = () => {
    keep()
    window.location.reload()
  }
  return (
    <Alert tone="danger" title={refused.sentence}>
      {refused.outdated && <Button onClick={reload}>Reload</Button>}
    </Alert>
  )
}
