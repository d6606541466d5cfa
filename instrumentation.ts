import type { Instrumentation } from 'next'

/** Once per server process, before it answers. */
export async function register(): Promise<void> {
  const { startUp } = await import('./lib/server/start-up')
  await startUp()
}

/** Every error that Next catches while it makes a page or route, under the reference that the person is shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { reportRequestError } = await import('./lib/server/report-request-error')
  reportRequestError(error, request.path, context.routePath)
}
