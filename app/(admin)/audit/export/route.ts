import { exportResponse } from '@/lib/server/export-response'

/** Every row that the query names, as a file with the columns in view. */
export function GET(request: Request): Promise<Response> {
  return exportResponse(request, 'audit')
}
