'use client'

import { ActionButton } from '@/components/action-button'
import type { SessionRow } from '@/lib/account/dto'
import { endSessionAction, endSessionsAction } from '../actions'

/** Ends one session of a list. */
export function EndSession({ session }: { session: SessionRow }) {
  return (
    <ActionButton
      compact
      action={(key) => endSessionAction({ sessionId: session.id }, key)}
      outcome={({ changed }) => ({
        message: changed ? 'The session was ended.' : 'The session had already ended.',
        quiet: !changed,
      })}
    >
      End<span className="sr-only"> the session of {session.device}</span>
    </ActionButton>
  )
}

/** Ends all others of one's own, or all of another person. */
export function EndSessions({ of }: { of?: { id: string; email: string } }) {
  return (
    <ActionButton
      compact
      action={(key) => endSessionsAction({ userId: of?.id }, key)}
      confirmation={{
        title: of ? `End every session of ${of.email}?` : 'End every other session?',
        text: of
          ? 'They will have to sign in again, even on pages that are already open.'
          : 'You stay signed in here. Everywhere else you will have to sign in again.',
        confirm: 'End sessions',
      }}
      outcome={({ ended }) => ({
        message: ended === 1 ? 'One session was ended.' : `${ended} sessions were ended.`,
        quiet: ended === 0,
      })}
    >
      {of ? 'End all' : 'End all others'}
    </ActionButton>
  )
}
