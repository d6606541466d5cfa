import 'server-only'
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../errors'
import { weaknessOf } from './weak-password'

/** argon2id with the parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A PHC string for the password, with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS)
}

/** The same of a password that someone chose for the account of this e-mail. Throws INVALID for one that is tried first. */
export async function hashChosenPassword(password: string, email: string): Promise<string> {
  const weakness = await weaknessOf(password, email)
  if (weakness) throw new AppError('INVALID', weakness)
  return hashPassword(password)
}

/** For someone who has not chosen a password yet: the hash of one that nobody knows, so that a sign-in takes as long and fails. */
export function unknownPassword(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64url'))
}

let decoy: Promise<string> | undefined

/** Whether the password is the one behind `passwordHash`; null stands for an account that does not exist and takes as long. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const matches = await verify(passwordHash ?? (await decoy), password)
  return matches && passwordHash !== null
}
