import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'

/** What helps newcomers on the overview, each of which a person may take out of their sight for good. */
export const HELP_PARTS = ['tour', 'questions'] as const
export type HelpPart = (typeof HELP_PARTS)[number]

export const keepHelpInput = z.strictObject(
  { part: z.enum(HELP_PARTS, DEFAULT_MESSAGES.INVALID), shown: z.boolean(DEFAULT_MESSAGES.INVALID) },
  DEFAULT_MESSAGES.INVALID,
)
export type KeepHelpInput = z.output<typeof keepHelpInput>
