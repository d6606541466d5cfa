'use client'

import { toast } from '@/components/ui/toast'
import type { ChannelDetail } from '@/lib/notices/dto'
import { type ChannelDraft, ChannelForm } from '../../_components/channel-form'
import { changeChannelAction } from '../../actions'

interface Props {
  channel: ChannelDetail
  known: readonly string[]
  timeZone: string
}

/** Changes a channel; what somebody else has changed since is not overruled. */
export function EditChannel({ channel, known, timeZone }: Props) {
  const { id: channelId, kind, version } = channel
  const change = async ({ name, settings, address, recipients }: ChannelDraft, key: string) => {
    const same = { channelId, version, name, settings }
    const result = await changeChannelAction(
      kind === 'webhook'
        ? { kind, ...same, address: address.trim() === '' ? null : address }
        : { kind, ...same, recipients },
      key,
    )
    if (result.ok) toast.success(result.value.changed ? 'The channel was changed.' : 'Nothing had to be changed.')
    return result
  }
  return (
    <ChannelForm
      // What was saved is what is typed over next.
      key={version}
      kind={kind}
      start={{ name: channel.name, address: '', recipients: channel.recipients, settings: channel.settings }}
      version={version}
      origin={channel.origin}
      known={known}
      timeZone={timeZone}
      submit="Save"
      save={change}
    />
  )
}
