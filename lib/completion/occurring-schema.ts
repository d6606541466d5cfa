import * as z from 'zod/mini'

/**
 * What the database was found to hold, as it is written in a filter. `values` are at the field that was asked for; `paths` lead into
 * the document that was asked for, each with the type that a Property gives it.
 */
export const occurring = z.object({
  values: z.array(z.string()),
  paths: z.array(z.object({ path: z.string(), type: z.optional(z.enum(['text', 'number', 'boolean', 'date'])) })),
})
export type Occurring = z.infer<typeof occurring>

/** What a completion asks for: the field as it is written, what of its value is typed, and the filter that it belongs to. */
export const askedFor = z.object({
  field: z.string().check(z.minLength(1), z.maxLength(600)),
  typed: z._default(z.string().check(z.maxLength(500)), ''),
  q: z._default(z.string().check(z.maxLength(4_000)), ''),
})
export type AskedFor = z.input<typeof askedFor>
