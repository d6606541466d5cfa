import 'server-only'
import { z } from 'zod'
import { database } from '../db/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { LimitReached } from '../limits/limit-reached'
import { provenActor } from './actor'
import { CODE_NEEDED, WRONG_CODE } from './code-words'
import { hasCodes, spendCode } from './codes'
import type { FailedSignIn } from './failed-sign-ins'
import { verifyPassword } from './passwords'
import { isRole } from './permissions'
import type { SessionClaims } from './session'
import { beginSession, type Origin } from './session-rows'
import { type Attempt, admit, forgive } from './throttle'

const credentials = z.object({
  // Postgres has no text with NUL in it, so no account can be meant.
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(320)
    .refine((text) => !text.includes('\0')),
  password: z.string().max(200),
  code: z.string().max(60).optional(),
})

/**
 * The claims of a new session, or null: for a wrong password, an unknown e-mail and a disabled account alike, and after the same
 * work. Throws CodeNeeded when the password is right and a code is asked of this person, INVALID for a wrong code, and LIMIT while
 * the account or address has to wait. A success is audited; what failed is given to `failed`, which must not make anyone wait.
 */
export async function signIn(
  raw: unknown,
  origin: Origin,
  failed: (failure: FailedSignIn) => void,
): Promise<SessionClaims | null> {
  const parsed = credentials.safeParse(raw)
  if (!parsed.success) return null
  const { email } = parsed.data
  const note = (reason: string) => failed({ email, address: origin.address, reason })
  try {
    return await enter(parsed.data, origin, note)
  } catch (error) {
    if (error instanceof LimitReached) note('too many tries')
    throw error
  }
}

async function enter(
  { email, password, code }: z.output<typeof credentials>,
  origin: Origin,
  note: (reason: string) => void,
): Promise<SessionClaims | null> {
  const attempt = { account: email, address: origin.address }
  await admit(attempt)
  const user = await database().user.findUnique({ where: { email } })
  const matches = await verifyPassword(user?.passwordHash ?? null, password)
  if (!matches || !user || user.disabledAt || !isRole(user.role)) {
    note(matches ? 'account is disabled' : 'wrong password')
    return null
  }
  const actor = provenActor({ id: user.id, email: user.email, role: user.role })
  const by = await proveCode(user.id, code, attempt, note)
  const sid = await transact(actor, async ({ tx, audit }) => {
    const begun = await beginSession(tx, { userId: user.id, epoch: user.sessionEpoch, method: 'password', origin })
    await tx.user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() } })
    await audit([{ action: 'session.sign-in', subjectId: user.id, ...(by && { after: { code: by } }) }])
    return begun
  })
  await forgive(attempt)
  return { sub: user.id, sid }
}

/** That the password was right, and a one-time code is missing. The message is what the sign-in page knows it by. */
export class CodeNeeded extends AppError {
  constructor() {
    super('INVALID', CODE_NEEDED)
  }
}

/** By what the person proved that they have their authenticator app; null for who has none. */
async function proveCode(
  person: string,
  code: string | undefined,
  attempt: Attempt,
  note: (reason: string) => void,
): Promise<'app' | 'recovery' | null> {
  if (!(await hasCodes(database(), person))) return null
  if (!code) {
    await forgive(attempt)
    throw new CodeNeeded()
  }
  // Counted by the person and not only by the account, which a right password has just let start afresh.
  await admit({ person })
  const by = await spendCode(person, code)
  if (!by) {
    note('wrong code')
    throw new AppError('INVALID', WRONG_CODE)
  }
  await forgive({ person })
  return by
}
