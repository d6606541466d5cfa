import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'

/** Causes that one click mutes or assigns at most. */
export const MOST_CAUSES = 500
const LONGEST_TICKET = 300

export const causeId = z.string('A cause is named by its id.').regex(/^[0-9a-f]{32}$/, 'That is not the id of a cause.')

/** Whether this could be the id of a cause; what cannot is answered like an id that does not exist. */
export function isCauseId(value: string): boolean {
  return causeId.safeParse(value).success
}

function oneToMost<Item extends z.ZodType>(item: Item) {
  return z
    .array(item, 'Say which causes are meant.')
    .min(1, 'Select at least one cause.')
    .max(MOST_CAUSES, `At most ${MOST_CAUSES} causes can be changed at once.`)
}

export const causesInput = z.strictObject({ causeIds: oneToMost(causeId) }, DEFAULT_MESSAGES.INVALID)
export type CausesInput = z.output<typeof causesInput>

const moment = z.iso.datetime({ precision: 3, error: 'Choose until when.' })

/** Until a moment, or with null until a further connection gets it. */
export const muteCausesInput = z.strictObject(
  {
    causeIds: oneToMost(causeId),
    until: moment.refine((iso) => Date.parse(iso) > Date.now(), 'That moment has passed.').nullable(),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type MuteCausesInput = z.output<typeof muteCausesInput>

/** How each cause was muted before; neither until a moment nor until a change is not at all. */
export const putBackMutingInput = z.strictObject(
  {
    mutings: oneToMost(
      z.strictObject({ causeId, until: moment.nullable(), untilChange: z.boolean() }, DEFAULT_MESSAGES.INVALID),
    ),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type PutBackMutingInput = z.output<typeof putBackMutingInput>

/** Who looks after each cause, or with null that nobody does. */
export const assignCausesInput = z.strictObject(
  {
    causes: oneToMost(
      z.strictObject({ causeId, userId: z.uuid('Choose who looks after it.').nullable() }, DEFAULT_MESSAGES.INVALID),
    ),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type AssignCausesInput = z.output<typeof assignCausesInput>

export const linkTicketInput = z.strictObject(
  {
    causeId,
    ticket: z
      .string('Give the address or the number of a ticket.')
      .trim()
      .max(LONGEST_TICKET, `At most ${LONGEST_TICKET} characters.`)
      .regex(/^\P{Cc}*$/u, 'It must be one line of text.')
      .transform((text) => (text === '' ? null : text)),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type LinkTicketInput = z.output<typeof linkTicketInput>
