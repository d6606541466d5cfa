import 'server-only'
import { providerSettings, takesPasswords } from '../auth/provider'
import { AppError } from '../errors'
import { canMail } from '../notices/send-mail'
import type { SignInWays } from './dto'

/** How people come into this installation, for what administrators are offered. */
export function signInWays(): SignInWays {
  return { passwords: takesPasswords(), mails: canMail(), provider: providerSettings()?.name ?? null }
}

/** Throws INVALID where a password, or a link to choose one, would open nothing. */
export function requirePasswords(): void {
  if (!takesPasswords()) throw new AppError('INVALID', 'Nobody signs in with a password here.')
}
