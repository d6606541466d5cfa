import { z } from 'zod'
import { DEFAULT_MESSAGES } from '../errors'
import { isTimeZone } from '../query/dates'
import { EXPORT_FORMATS, EXPORT_TABLES } from './manifest-dto'

/** What is to be made in the background: a list as its address has it, and the format. */
export const keepExportInput = z.strictObject(
  {
    table: z.enum(EXPORT_TABLES, DEFAULT_MESSAGES.INVALID),
    format: z.enum(EXPORT_FORMATS, DEFAULT_MESSAGES.INVALID),
    /** In which the dates of the filter are read. */
    timeZone: z.string(DEFAULT_MESSAGES.INVALID).refine(isTimeZone, 'This time zone is not known.'),
    params: z.record(z.string().max(50), z.string().max(10_000), DEFAULT_MESSAGES.INVALID),
  },
  DEFAULT_MESSAGES.INVALID,
)
export type KeepExportInput = z.output<typeof keepExportInput>

export const cancelExportInput = z.strictObject({ id: z.uuid(DEFAULT_MESSAGES.INVALID) }, DEFAULT_MESSAGES.INVALID)

/** The same as it is stored, with the moment and the time zone by which the filter is read. */
export const keptRequest = z.object({
  params: z.record(z.string(), z.string()),
  now: z.iso.datetime(),
  timeZone: z.string(),
})
