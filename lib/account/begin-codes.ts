import 'server-only'
import { encode } from 'uqr'
import type { Actor } from '../auth/actor'
import { hasCodes, newSecret } from '../auth/codes'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { NewAuthenticator } from './dto'

/**
 * Makes a secret for the actor's authenticator app, which asks for nothing yet: a code has to show first that the app has it. Another
 * call makes another one. Throws CONFLICT for who has codes already.
 */
export async function beginCodes(actor: Actor): Promise<NewAuthenticator> {
  authorize(actor, 'account:manage')
  const { sealed: sealedSecret, text, uri } = await newSecret(actor.email)
  await transact(actor, async ({ tx, audit }) => {
    if (await hasCodes(tx, actor.id))
      throw new AppError('CONFLICT', 'One-time codes are already on, so nothing was changed. Reload to see it.')
    await tx.authenticator.upsert({
      where: { userId: actor.id },
      create: { userId: actor.id, sealedSecret },
      update: { sealedSecret },
    })
    await audit([])
  })
  return { secret: text.replace(/.{4}(?!$)/g, '$& '), squares: encode(uri, { border: 0 }).data }
}
