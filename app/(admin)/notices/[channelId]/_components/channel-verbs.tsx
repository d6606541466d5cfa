'use client'

import { KeyRound, Pause, Play, Send, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionButton } from '@/components/action-button'
import type { ChannelDetail } from '@/lib/notices/dto'
import { routes } from '@/lib/routes'
import { SecretDialog } from '../../_components/secret-dialog'
import {
  pauseChannelAction,
  putBackChannelAction,
  removeChannelAction,
  resumeChannelAction,
  rotateSecretAction,
} from '../../actions'
import { TestButton } from './test-button'

/** What can be done about a channel besides changing it. */
export function ChannelVerbs({ channel: { id: channelId, name, kind, state } }: { channel: ChannelDetail }) {
  const router = useRouter()
  const [secret, setSecret] = useState<string | null>(null)
  const pause = (key: string) => pauseChannelAction({ channelId }, key)
  const resume = (key: string) => resumeChannelAction({ channelId }, key)
  return (
    <>
      <ActionButton
        tone="caution"
        action={(key) => removeChannelAction({ channelId }, key)}
        outcome={() => ({ message: `${name} was deleted.`, undo: (key) => putBackChannelAction({ channelId }, key) })}
        onSuccess={() => router.push(routes.notices())}
      >
        <Trash2 aria-hidden />
        Delete
      </ActionButton>
      {kind === 'webhook' && (
        <ActionButton
          action={(key) => rotateSecretAction({ channelId }, key)}
          onSuccess={(made) => setSecret(made.secret)}
          outcome={() => ({ message: 'There is a new secret. For a day, the previous one signs as well.' })}
          confirmation={{
            title: 'Make a new secret?',
            text: 'It is shown only once. For a day, messages are signed with both, so that the receiver has time to switch.',
            confirm: 'Make it',
          }}
        >
          <KeyRound aria-hidden />
          New secret
        </ActionButton>
      )}
      {state === 'paused' || state === 'off' ? (
        <ActionButton
          action={resume}
          outcome={() => ({
            message: `${name} is active again, and sends what it missed.`,
            undo: state === 'paused' ? pause : undefined,
          })}
        >
          <Play aria-hidden />
          Resume
        </ActionButton>
      ) : (
        <ActionButton
          action={pause}
          outcome={() => ({
            message: `${name} is paused. What happens is gathered until it is resumed.`,
            undo: resume,
          })}
        >
          <Pause aria-hidden />
          Pause
        </ActionButton>
      )}
      <TestButton channelId={channelId} icon={<Send aria-hidden />} />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </>
  )
}
