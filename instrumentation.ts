import type { Instrumentation } from 'next'

// NEXT_RUNTIME is a constant of the bundler: the branches below are left out of the edge bundle, which has no Node to run them on.

/** Once per server process, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startUp } = await import('./lib/server/start-up')
    await startUp()
  }
}

/** Every error that Next catches while it makes a page or route, under the reference that the person is shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { reportRequestError } = await import('./lib/server/report-request-error')
    reportRequestError(error, request.path, context.routePath)
  }
}
