import { exportResponse } from '@/lib/server/export-response'
import { forScripts } from '@/lib/server/for-scripts'

/** Every row that the query names, as a file with the columns in view. */
export const GET = forScripts((request) => exportResponse(request, 'connections'))
