import 'server-only'
import { bearerOf } from '../auth/bearer'

const CODES: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'LIMIT',
}

/** A route that scripts read too: they are told of a refusal in JSON, `{ error, message }`, and people in a sentence. */
export function forScripts<Context>(
  answer: (request: Request, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const response = await answer(request, context)
    const isRefusal = response.status >= 400 && response.headers.get('content-type')?.startsWith('text/plain')
    if (!isRefusal || bearerOf(request.headers.get('authorization')) === null) return response
    const headers = new Headers(response.headers)
    headers.delete('content-type')
    const body = { error: CODES[response.status] ?? 'INVALID', message: await response.text() }
    return Response.json(body, { status: response.status, headers })
  }
}
