import 'server-only'
import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { noteRefusal } from './audit/note-refusal'
import { type Actor, actorWithoutCodes, requireActorForAction } from './auth/actor'
import { NotAllowed } from './auth/permissions'
import { requireProof } from './auth/proof'
import { once } from './db/once'
import { shortageOf } from './db/shortage'
import { WRITTEN_COOKIE, WRITTEN_SECONDS } from './db/written'
import { AppError, DEFAULT_MESSAGES } from './errors'
import { limit } from './limits/limit'
import { LimitReached } from './limits/limit-reached'
import { describeError, log, newReference } from './log'
import { timeVerb } from './metrics/time-verb'
import { failure, type Result, success } from './result'
import { writtenInSession } from './server/request-state'
import { cookieName, isSecureSite } from './server/site'
import { noteReference } from './tracing/tracing'

interface ActionOptions {
  /** Also for who has to set up one-time codes before anything else. */
  beforeCodes?: boolean
  /** Only for who has proven within the last ten minutes that it is them; see `requireProof`. */
  proven?: boolean
}

/**
 * Makes a server action of a verb: authenticate → parse → verb (which authorises), once for each key → refresh the page → Result. Never throws;
 * a refusal arrives as a sentence, anything else as a reference under which the log has the cause.
 */
export function action<Input extends z.ZodType, Output>(
  input: Input,
  verb: (actor: Actor, input: z.output<Input>) => Promise<Output>,
  { beforeCodes = false, proven = false }: ActionOptions = {},
): (raw: z.input<Input>, key: string) => Promise<Result<Output>> {
  return (raw, key) =>
    answer(verb.name, async () => {
      const actor = (beforeCodes && (await actorWithoutCodes())) || (await requireActorForAction())
      const wait = limit('change', actor.id)
      if (wait > 0)
        throw new LimitReached(
          'That was too many changes in a short time, so nothing was changed.',
          Math.ceil(wait / 1_000),
        )
      return parseThen(input, raw, async (parsed) => {
        if (proven) requireProof(actor)
        const press = { actorId: actor.id, verb: verb.name, key, input: raw }
        const value = await refusalsNoted(actor, () => once(press, () => verb(actor, parsed)))
        await keepWritten()
        refresh()
        return value
      })
    })
}

async function refusalsNoted<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotAllowed) await noteRefusal(actor, error.permission)
    throw error
  }
}

/** The next request of this session may reach another instance, which must know what was written here. */
async function keepWritten(): Promise<void> {
  const written = writtenInSession()
  if (!written) return
  const jar = await cookies()
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: WRITTEN_SECONDS,
    secure: isSecureSite(),
  } as const
  jar.set(cookieName(WRITTEN_COOKIE), written, options)
}

/** The same for what a stranger may do, of which there is one thing: prove a one-time token. The verb does the checking. */
export function publicAction<Input extends z.ZodType, Output>(
  input: Input,
  verb: (input: z.output<Input>) => Promise<Output>,
): (raw: z.input<Input>) => Promise<Result<Output>> {
  return (raw) => answer(verb.name, () => parseThen(input, raw, verb))
}

async function parseThen<Input extends z.ZodType, Output>(
  input: Input,
  raw: unknown,
  work: (parsed: z.output<Input>) => Promise<Output>,
): Promise<Result<Output>> {
  // What a schema has no sentence for is no slip of a person but a forged call: Zod's own words name types of ours.
  const parsed = input.safeParse(raw, { error: () => DEFAULT_MESSAGES.INVALID })
  return parsed.success ? success(await work(parsed.data)) : failure('INVALID', sentenceOf(parsed.error))
}

function answer<Output>(verb: string, work: () => Promise<Result<Output>>): Promise<Result<Output>> {
  return timeVerb(verb, () => answerOnce(verb, work))
}

async function answerOnce<Output>(verb: string, work: () => Promise<Result<Output>>): Promise<Result<Output>> {
  try {
    return await work()
  } catch (error) {
    unstable_rethrow(error)
    return error instanceof AppError ? failure(error.code, error.message) : unexpected(error, verb)
  }
}

function sentenceOf(error: z.ZodError): string {
  return error.issues[0]?.message ?? DEFAULT_MESSAGES.INVALID
}

function unexpected(error: unknown, verb: string): Result<never> {
  const reference = newReference()
  noteReference(reference)
  log.error({ reference, verb, error: describeError(error) }, 'an action failed')
  return {
    ok: false,
    code: 'UNEXPECTED',
    message: shortageOf(error) ?? 'Something went wrong on our side and nothing was changed. Try again in a moment.',
    reference,
  }
}
