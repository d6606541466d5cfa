import 'server-only'
import { refresh } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { type Actor, requireActorForAction } from './auth/actor'
import { AppError } from './errors'
import { describeError, log, newReference } from './log'
import { failure, type Result, success } from './result'

/**
 * Makes a server action of a verb: authenticate → parse → verb (which authorises) → refresh the page → Result. Never throws;
 * a refusal arrives as a sentence, anything else as a reference under which the log has the cause.
 */
export function action<Input extends z.ZodType, Output>(
  input: Input,
  verb: (actor: Actor, input: z.output<Input>) => Promise<Output>,
): (raw: z.input<Input>) => Promise<Result<Output>> {
  return async (raw) => {
    try {
      const actor = await requireActorForAction()
      const parsed = input.safeParse(raw)
      if (!parsed.success) return failure('INVALID', sentenceOf(parsed.error))
      const value = await verb(actor, parsed.data)
      refresh()
      return success(value)
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof AppError) return failure(error.code, error.message)
      return unexpected(error, verb.name)
    }
  }
}

function sentenceOf(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'The request was not understood.'
}

function unexpected(error: unknown, verb: string): Result<never> {
  const reference = newReference()
  log.error({ reference, verb, error: describeError(error) }, 'an action failed')
  return {
    ok: false,
    code: 'UNEXPECTED',
    message: 'Something went wrong on our side and nothing was changed. Try again in a moment.',
    reference,
  }
}
