import { answerOccurring } from '@/lib/completion/answer'
import { RECORD_FIELDS } from '@/lib/records/fields'
import { recordValues } from '@/lib/records/values'

/** What the field that the query names holds, for completing a filter. */
export function GET(request: Request): Promise<Response> {
  return answerOccurring(request, RECORD_FIELDS, recordValues)
}
