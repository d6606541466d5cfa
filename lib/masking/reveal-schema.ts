import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'

/** What one value is read from: the data of a record, or a connection's sync configuration. Credentials are not among them. */
export const revealInput = z.strictObject(
  {
    subject: z.enum(['record', 'connection'], DEFAULT_MESSAGES.INVALID),
    id: z.string(DEFAULT_MESSAGES.INVALID).min(1).max(200),
    /** Where in the document (RFC 6901). */
    pointer: z
      .string(DEFAULT_MESSAGES.INVALID)
      .max(2_000)
      .regex(/^(?:\/(?:[^~/]|~[01])*)*$/su, DEFAULT_MESSAGES.INVALID),
    /** JSON text of what the person saw in its place. */
    seen: z.string(DEFAULT_MESSAGES.INVALID).max(70_000),
    reason: z
      .string('Give a reason.')
      .trim()
      .min(10, 'Give a reason of at least 10 characters.')
      .max(500, 'At most 500 characters.'),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type RevealInput = z.output<typeof revealInput>

/** The keys of a pointer; subscripts of lists as digits. */
export function keysOfPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
