import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'

/** Connections that one click clears at most: each is changed and written down in the same transaction. */
export const MOST_CLEARED = 500
const LONGEST_TICKET = 300

const causeId = z.string('A cause is named by its id.').regex(/^[0-9a-f]{32}$/, 'That is no id of a cause.')

/** Whether this could be the id of a cause; what cannot is answered like an id that does not exist. */
export function isCauseId(value: string): boolean {
  return causeId.safeParse(value).success
}

export const causeInput = z.strictObject({ causeId }, DEFAULT_MESSAGES.INVALID)
export type CauseInput = z.output<typeof causeInput>

/** Until a moment, or with null until a further connection gets it. */
export const muteCauseInput = z.strictObject(
  {
    causeId,
    until: z.iso
      .datetime({ precision: 3, error: 'Say until when.' })
      .refine((iso) => Date.parse(iso) > Date.now(), 'That moment has passed.')
      .nullable(),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type MuteCauseInput = z.output<typeof muteCauseInput>

export const assignCauseInput = z.strictObject(
  { causeId, userId: z.uuid('Say who looks after it.').nullable() },
  DEFAULT_MESSAGES.INVALID,
)
export type AssignCauseInput = z.output<typeof assignCauseInput>

export const linkTicketInput = z.strictObject(
  {
    causeId,
    ticket: z
      .string('Give the address or the number of a ticket.')
      .trim()
      .max(LONGEST_TICKET, `At most ${LONGEST_TICKET} characters.`)
      .regex(/^\P{Cc}*$/u, 'It is one line of text.')
      .transform((text) => (text === '' ? null : text)),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type LinkTicketInput = z.output<typeof linkTicketInput>

/** `upTo` is the newest sighting that the person was shown: what came later is not meant. */
export const clearCauseInput = z.strictObject(
  { causeId, upTo: z.uuid('Say what is to be cleared.') },
  DEFAULT_MESSAGES.INVALID,
)
export type ClearCauseInput = z.output<typeof clearCauseInput>
