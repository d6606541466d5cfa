import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'

/** Most issues of one connection that a page shows, and that one click can clear. */
export const MOST_ISSUES = 500

/** Ids are cuids when Mastra makes them, but whoever imports may choose other printable text of up to 200 characters. */
const ID = /^[^\p{Cc}\p{Cs}]{1,200}$/u

/** Whether this could be the id of a connection; what cannot is answered like an id that does not exist. */
export function isConnectionId(value: string): boolean {
  return ID.test(value)
}

/** `seen` has the key of each message to clear, once for each copy that the person saw of it. */
export const clearIssuesInput = z.strictObject(
  {
    connectionId: z.string('A connection is named by its id.').regex(ID, 'That is not the id of a connection.'),
    seen: z
      .array(
        z.string('An issue is named by its key.').regex(/^[0-9a-f]{64}$/, 'That is not the key of an issue.'),
        'Say which issues are meant.',
      )
      .min(1, 'Say which issues are meant.')
      .max(MOST_ISSUES, `At most ${MOST_ISSUES} issues can be cleared at once.`),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type ClearIssuesInput = z.output<typeof clearIssuesInput>
