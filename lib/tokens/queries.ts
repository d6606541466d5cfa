import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import type { TokenRow } from './dto'

/** Tokens that are listed; those that ended three months ago are gone. */
export const TOKENS_SHOWN = 500

type Instants = 'createdAt' | 'expiresAt' | 'lastUsedAt'
type StoredToken = Omit<TokenRow, Instants> & { createdAt: Date; expiresAt: Date; lastUsedAt: Date | null }

/** The actor's own tokens, those that work first, then the newest; found by the index on `user_id`. Throws FORBIDDEN. */
export async function listTokens(actor: Actor): Promise<TokenRow[]> {
  authorize(actor, 'tokens:manage')
  return tokensWhere(Prisma.sql`t.user_id = ${actor.id}::uuid`)
}

/** Everyone else's tokens, for who manages users; twenty for each person at most. Throws FORBIDDEN. */
export async function listOthersTokens(actor: Actor): Promise<TokenRow[]> {
  authorize(actor, 'users:manage')
  return tokensWhere(Prisma.sql`t.user_id <> ${actor.id}::uuid`)
}

async function tokensWhere(where: Prisma.Sql): Promise<TokenRow[]> {
  const rows = await database().$queryRaw<StoredToken[]>`
    select t.id::text as id, t.name, t.hint, u.email as owner, t.scopes, t.created_at as "createdAt", t.expires_at as "expiresAt",
      t.last_used_at as "lastUsedAt", t.last_used_from as "lastUsedFrom",
      case when t.revoked_at is not null then 'revoked' when t.expires_at <= now() then 'expired' else 'active' end as state
    from mastra_admin.api_token t join mastra_admin."user" u on u.id = t.user_id
    where ${where}
    order by t.revoked_at is null and t.expires_at > now() desc, t.created_at desc, t.id limit ${TOKENS_SHOWN}`
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }))
}
