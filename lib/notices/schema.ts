import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'
import { isTimeZone } from '../time/zone'

/** What a channel can be told: of a cause, and that a connection has gone quiet. */
export const NOTICE_EVENTS = ['new', 'reopened', 'above', 'resolved', 'quiet'] as const
export type NoticeEventKind = (typeof NOTICE_EVENTS)[number]

export const CHANNEL_KINDS = ['webhook', 'email'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/** Days of the week, Monday first, by their number in ISO 8601. */
export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** Minutes between two messages that a channel can be set to. */
export const INTERVALS = [1, 5, 15, 60, 240, 1_440] as const
export const MOST_CHANNELS = 50
const MOST_RECIPIENTS = 20
const LONGEST_ADDRESS = 2_000

const oneLine = /^\P{Cc}*$/u
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day like 22:00.')

const quietHours = z
  .strictObject({
    from: timeOfDay,
    to: timeOfDay,
    /** The days on which they begin. */
    days: z
      .array(z.number().int().min(1).max(7))
      .min(1, 'Choose on which days the quiet hours begin.')
      .max(7)
      .transform((days) => [...new Set(days)].sort()),
    timeZone: z.string().refine(isTimeZone, 'This time zone is not known. Use a name such as Europe/Berlin.'),
  })
  .refine(({ from, to, days }) => from !== to || days.length < WEEK.length, 'Quiet hours cannot last for ever.')
export type QuietHours = z.output<typeof quietHours>

/** What a channel is told, and when. */
export const channelSettings = z.strictObject({
  events: z
    .array(z.enum(NOTICE_EVENTS))
    .min(1, 'Choose at least one thing to be told about.')
    .transform((events) => NOTICE_EVENTS.filter((event) => events.includes(event))),
  /** For `above`: told once when more connections than this have it. */
  threshold: z.number('Enter a number of connections.').int().min(1, 'Enter a number of connections.').max(1_000_000),
  /** Integrations of which it is told; none means all. */
  integrations: z
    .array(z.string().trim().min(1).max(200, 'That is too long for the name of an integration.').regex(oneLine))
    .max(50, 'At most 50 integrations.'),
  quiet: quietHours.nullable(),
  /** Minutes that lie at least between two messages; what happens meanwhile is told together. */
  interval: z
    .number()
    .refine((minutes) => INTERVALS.some((known) => known === minutes), 'Choose an interval from the list.'),
})
export type ChannelSettings = z.output<typeof channelSettings>

const name = z
  .string()
  .trim()
  .min(1, 'Give the channel a name.')
  .max(80, 'The name may have at most 80 characters.')
  .regex(oneLine, 'The name must be one line of text.')

const address = z
  .string()
  .trim()
  .min(1, 'Give the address that is to be called.')
  .max(LONGEST_ADDRESS, `An address may have at most ${LONGEST_ADDRESS} characters.`)
  .refine((text) => URL.canParse(text), 'This is not an address. It begins with https://.')

const recipient = z
  .string()
  .trim()
  .max(254, 'That is too long for an e-mail address.')
  .pipe(z.email('This is not an e-mail address. Write one per line.'))
const recipients = z
  .array(recipient)
  .min(1, 'Give at least one e-mail address.')
  .max(MOST_RECIPIENTS, `At most ${MOST_RECIPIENTS} recipients; use an address of a group for more.`)

const words = DEFAULT_MESSAGES.INVALID
const channelId = z.uuid('A channel is named by its id.')

export const addChannelInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webhook'), name, settings: channelSettings, address }, words),
  z.strictObject({ kind: z.literal('email'), name, settings: channelSettings, recipients }, words),
])
export type AddChannelInput = z.output<typeof addChannelInput>

/** `version` is the one that the person saw. A webhook without an address keeps the one it has. */
export const changeChannelInput = z.discriminatedUnion('kind', [
  z.strictObject(
    {
      kind: z.literal('webhook'),
      channelId,
      version: z.int(),
      name,
      settings: channelSettings,
      address: address.nullable(),
    },
    words,
  ),
  z.strictObject(
    { kind: z.literal('email'), channelId, version: z.int(), name, settings: channelSettings, recipients },
    words,
  ),
])
export type ChangeChannelInput = z.output<typeof changeChannelInput>

export const channelInput = z.strictObject({ channelId }, words)
export type ChannelInput = z.output<typeof channelInput>

export const messageInput = z.strictObject({ messageId: z.uuid('A message is named by its id.') }, words)
export type MessageInput = z.output<typeof messageInput>

/** Whether this could be the id of a channel; what cannot is answered like an id that does not exist. */
export function isChannelId(value: string): boolean {
  return channelId.safeParse(value).success
}
