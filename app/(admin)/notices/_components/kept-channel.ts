import { z } from 'zod'
import { NOTICE_EVENTS } from '@/lib/notices/schema'
import type { ChannelDraft } from './channel-form'

/** What the browser kept of a channel, also where it is not valid yet: it was being typed. */
const kept = z.object({
  version: z.number().nullable(),
  name: z.string(),
  recipients: z.array(z.string()),
  settings: z.object({
    events: z.array(z.enum(NOTICE_EVENTS)),
    // A number that is not typed yet; JSON has none of that kind.
    threshold: z
      .number()
      .nullable()
      .transform((typed) => typed ?? Number.NaN),
    integrations: z.array(z.string()),
    quiet: z.object({ from: z.string(), to: z.string(), days: z.array(z.number()), timeZone: z.string() }).nullable(),
    interval: z.number(),
  }),
})

/** The draft without the address of a webhook, which can hold a secret of the receiver. `version` is that of the channel it was written over. */
export function draftToKeep({ name, recipients, settings }: ChannelDraft, version: number | null) {
  return { version, name, recipients, settings }
}

/** What was kept, and what to tell of it; null for what another version of the app kept otherwise. */
export function readKept(
  found: unknown,
  kind: 'webhook' | 'email',
  version: number | null,
): { draft: ChannelDraft; notice: string } | null {
  const read = kept.safeParse(found)
  if (!read.success) return null
  const { version: over, ...draft } = read.data
  const without = kind === 'webhook' ? ', except for the address: a browser keeps no secrets' : ''
  const meanwhile =
    over === version ? '' : ' Someone else has changed the channel meanwhile; saving this replaces their changes.'
  return {
    draft: { ...draft, address: '' },
    notice: `What you had typed before the page was reloaded is filled in again${without}. It is not saved yet.${meanwhile}`,
  }
}
