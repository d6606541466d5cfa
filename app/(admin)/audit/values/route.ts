import { AUDIT_FIELDS } from '@/lib/audit/fields'
import { auditValues } from '@/lib/audit/values'
import { answerOccurring } from '@/lib/completion/answer'

/** What the field that the query names holds, for completing a filter. */
export function GET(request: Request): Promise<Response> {
  return answerOccurring(request, AUDIT_FIELDS, auditValues)
}
