import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { database } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { log } from '../log'
import { type Seal, sealWith } from '../table/seal'
import { sessionSecret } from './secret'

/** What every authenticator app takes for granted: RFC 6238 with SHA-1, six digits, thirty seconds. */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 }
/** Steps that the clock of a phone may be off, before and after. */
const DRIFT = 1
const RECOVERY_CODES = 10
const ISSUER = 'Mastra Admin'

type Reader = Pick<Prisma.TransactionClient, 'authenticator' | 'recoveryCode'>

/** A fresh secret: as it is kept, and for the person, as text and as what a QR code says. */
export async function newSecret(email: string): Promise<{ sealed: string; text: string; uri: string }> {
  const secret = new Secret({ size: 20 })
  const uri = new TOTP({ ...SHAPE, issuer: ISSUER, label: email, secret }).toString()
  return { sealed: (await codeSeal()).hide(secret.base32), text: secret.base32, uri }
}

/** Whether a code is asked of this person. */
export async function hasCodes(reader: Reader, userId: string): Promise<boolean> {
  return (await reader.authenticator.count({ where: { userId, confirmedAt: { not: null } } })) > 0
}

/**
 * The step that `code` is of, or null when it is none of this secret's present ones. The secret of another session key is unreadable:
 * recovery codes still count then.
 */
export async function stepOf(sealedSecret: string, code: string): Promise<number | null> {
  const text = (await codeSeal()).reveal(sealedSecret)
  if (text === null) {
    log.warn({}, 'the secret of a person’s one-time codes was sealed with another session key')
    return null
  }
  const totp = new TOTP({ ...SHAPE, secret: Secret.fromBase32(text) })
  const now = Date.now()
  const delta = totp.validate({ token: code, timestamp: now, window: DRIFT })
  return delta === null ? null : totp.counter({ timestamp: now }) + delta
}

/** Spends a code: one of the app's, or a recovery code. False when it is wrong or was used. Of two at once one succeeds. */
export async function spendCode(userId: string, typed: string): Promise<'app' | 'recovery' | false> {
  const code = typed.replace(/[\s-]/g, '').toLowerCase()
  if (!/^\d{6}$/.test(code)) return (await spendRecoveryCode(userId, code)) && 'recovery'
  const found = await database().authenticator.findUnique({ where: { userId } })
  const step = found?.confirmedAt ? await stepOf(found.sealedSecret, code) : null
  if (step === null) return false
  const { count } = await database().authenticator.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count > 0 && 'app'
}

async function spendRecoveryCode(userId: string, code: string): Promise<boolean> {
  const { count } = await database().recoveryCode.updateMany({
    where: { userId, digest: digestOf(code), usedAt: null },
    data: { usedAt: new Date() },
  })
  return count > 0
}

/** Ten new recovery codes in place of those before, to be shown once. */
export async function renewRecoveryCodes(tx: Prisma.TransactionClient, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, digest: digestOf(code.replaceAll('-', '')) })),
  })
  return codes
}

/** Asks for no more codes of this person. Gives whether any were asked for. */
export async function forgetCodes(tx: Prisma.TransactionClient, userId: string): Promise<boolean> {
  const had = await hasCodes(tx, userId)
  await tx.authenticator.deleteMany({ where: { userId } })
  await tx.recoveryCode.deleteMany({ where: { userId } })
  return had
}

/** 24 letters and digits that cannot be mistaken for one another: 120 bits, for which OWASP ASVS 5 (6.5.2) asks no slower hash. */
function newRecoveryCode(): string {
  const letters = [...randomBytes(24)].map((byte) => 'abcdefghjkmnpqrstvwxyz0123456789'.charAt(byte % 32)).join('')
  return letters.replace(/.{6}(?!$)/g, '$&-')
}

function digestOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}

/** A key derived from the session key and used for nothing else. */
async function codeSeal(): Promise<Seal> {
  return sealWith(`one-time codes ${await sessionSecret()}`)
}
