import { answerOccurring } from '@/lib/completion/answer'
import { CAUSE_FIELDS } from '@/lib/issues/fields'
import { causeValues } from '@/lib/issues/values'

/** What the field that the query names holds, for completing a filter. */
export function GET(request: Request): Promise<Response> {
  return answerOccurring(request, CAUSE_FIELDS, causeValues)
}
