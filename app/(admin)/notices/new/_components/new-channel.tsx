'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from '@/components/ui/toast'
import type { ChannelKind } from '@/lib/notices/schema'
import { routes } from '@/lib/routes'
import { type ChannelDraft, ChannelForm } from '../../_components/channel-form'
import { SecretDialog } from '../../_components/secret-dialog'
import { addChannelAction } from '../../actions'

interface Props {
  kind: ChannelKind
  known: readonly string[]
  timeZone: string
}

const START: ChannelDraft = {
  name: '',
  address: '',
  recipients: [],
  settings: { events: ['new', 'reopened', 'above'], threshold: 10, integrations: [], quiet: null, interval: 5 },
}

/** Adds a channel; its secret is shown before its page is. */
export function NewChannel({ kind, known, timeZone }: Props) {
  const router = useRouter()
  const [made, setMade] = useState<{ channelId: string; secret: string }>()
  const add = async ({ name, settings, address, recipients }: ChannelDraft, key: string) => {
    const result = await addChannelAction(
      kind === 'webhook' ? { kind, name, settings, address } : { kind, name, settings, recipients },
      key,
    )
    if (!result.ok) return result
    const { channelId, secret } = result.value
    if (secret) setMade({ channelId, secret })
    else {
      toast.success('The channel was added.')
      router.push(routes.notice(channelId))
    }
    return result
  }
  return (
    <>
      <ChannelForm
        kind={kind}
        start={START}
        version={null}
        origin={null}
        known={known}
        timeZone={timeZone}
        submit="Add channel"
        save={add}
      />
      <SecretDialog secret={made?.secret ?? null} onClose={() => made && router.push(routes.notice(made.channelId))} />
    </>
  )
}
