import 'server-only'
import { env } from '../env'
import { AppError } from '../errors'
import { addressProblem } from './post'
import { noticeSeal } from './seal'
import { canMail } from './send-mail'

/** A webhook's address as it is kept. Throws INVALID for one that would never be called. */
export async function keptAddress(address: string): Promise<{ origin: string; sealedAddress: string }> {
  const problem = addressProblem(address, env().NOTICES_ALLOW_PRIVATE === '1')
  if (problem) throw new AppError('INVALID', problem)
  const url = new URL(address)
  return { origin: url.origin, sealedAddress: (await noticeSeal()).hide(url.href) }
}

/** Throws INVALID while nothing says how e-mail is sent. */
export function requireMail(): void {
  if (!canMail())
    throw new AppError('INVALID', 'E-mail cannot be sent: SMTP_URL and SMTP_FROM have to be set for the server first.')
}
