import 'server-only'

/**
 * Lets go of where an abort came from, once its text is known. Once per process.
 *
 * React aborts a signal of each finished page with an error that nobody reads. Until its stack is read V8 keeps the calls themselves, one of
 * which belongs to the `Immediate` that it ran in; Node keeps with that the request, and the immediates that ran before and after it, which are of
 * other requests with errors of their own. So one answer that something holds a while would hold all that were made beside it, and those the next, without
 * an end (https://github.com/react/react/issues/37288). To read the stack turns the calls into text.
 */
export function readAbortReasons(): void {
  const { abort } = AbortController.prototype
  AbortController.prototype.abort = function (reason?: unknown) {
    abort.call(this, reason)
    stackOf(this.signal.reason)
  }
}

function stackOf(reason: unknown): string | undefined {
  return reason instanceof Error ? reason.stack : undefined
}
