import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'

/** What notes are about: a cause of issues, a connection, an end user. */
export const NOTED = ['issue', 'connection', 'customer'] as const
export type Noted = (typeof NOTED)[number]

const LONGEST = 4_000

export const addNoteInput = z.strictObject(
  {
    subjectType: z.enum(NOTED, DEFAULT_MESSAGES.INVALID),
    subjectId: z.string(DEFAULT_MESSAGES.INVALID).regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u, DEFAULT_MESSAGES.INVALID),
    text: z
      .string('Write something.')
      .trim()
      .min(1, 'Write something.')
      .max(LONGEST, `A note has at most ${LONGEST.toLocaleString('en')} characters.`)
      .refine((text) => !/[\p{Cs}\0]/u.test(text), 'It contains a character that cannot be saved.'),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type AddNoteInput = z.output<typeof addNoteInput>

export const noteInput = z.strictObject({ noteId: z.uuid('That is not the id of a note.') }, DEFAULT_MESSAGES.INVALID)
export type NoteInput = z.output<typeof noteInput>
