import 'server-only'
import { type Actor, requireActorForAction } from '../auth/actor'
import { AppError } from '../errors'
import type { PathStep } from '../query/ast'
import { type FieldDefinition, findField } from '../query/fields'
import { parseQuery } from '../query/parse'
import { refusal } from '../server/refusal'
import { NOTHING_OCCURS } from './occurring'
import { askedFor, type Occurring } from './occurring-schema'

/** What a completion asks of one table: a field of it, the way on into a document, and what is typed of the value. */
export interface Wanted {
  field: FieldDefinition
  path: PathStep[]
  typed: string
  /** The filter that is being typed. */
  q: string
}

/**
 * Answers a route with what occurs, as JSON that no cache keeps. Whoever is not signed in or may not see the table (`find` throws) is
 * refused with 401 or 403; a question that is none with 400; a field of which nothing is known has an empty answer.
 */
export async function answerOccurring(
  request: Request,
  fields: readonly FieldDefinition[],
  find: (actor: Actor, wanted: Wanted) => Promise<Occurring>,
): Promise<Response> {
  try {
    const actor = await requireActorForAction()
    const asked = askedFor.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.success) throw new AppError('INVALID', 'The field that is to be completed was not understood.')
    const found = fieldNamed(fields, asked.data.field)
    return Response.json(found ? await find(actor, { ...found, ...asked.data, field: found.field }) : NOTHING_OCCURS, {
      headers: { 'cache-control': 'no-store' },
    })
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    throw error
  }
}

function fieldNamed(fields: readonly FieldDefinition[], name: string) {
  const parsed = parseQuery(`${name}:*`)
  return parsed.ok && parsed.ast?.type === 'term' ? findField(fields, parsed.ast.field) : null
}
