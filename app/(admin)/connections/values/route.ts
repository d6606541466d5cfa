import { answerOccurring } from '@/lib/completion/answer'
import { CONNECTION_FIELDS } from '@/lib/connections/fields'
import { connectionValues } from '@/lib/connections/values'

/** What the field that the query names holds, for completing a filter. */
export function GET(request: Request): Promise<Response> {
  return answerOccurring(request, CONNECTION_FIELDS, connectionValues)
}
