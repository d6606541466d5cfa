'use client'

import { type ReactNode, useTransition } from 'react'
import { announceFailure } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { sendTestAction } from '../../actions'

/** Sends an example and says what was answered. */
export function TestButton({ channelId, icon }: { channelId: string; icon: ReactNode }) {
  const [pending, start] = useTransition()
  const run = () =>
    start(async () => {
      const result = await attempt((key) => sendTestAction({ channelId }, key))
      if (!result.ok) return announceFailure(result)
      const { accepted, sentence } = result.value
      if (accepted) toast.success('The test was accepted.', { description: sentence })
      else toast.error('The test was not accepted.', { description: sentence, duration: 20_000 })
    })
  return (
    <Button tone="primary" busy={pending} onClick={run}>
      {icon}
      Send test
    </Button>
  )
}
