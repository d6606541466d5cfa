import 'server-only'
import { z } from 'zod'
import { Prisma } from '../db/generated/client'
import { ROLES, type Role } from './permissions'

/** The setting that names the roles whose people must have one-time codes: a JSON list. */
export const CODES_REQUIRED = 'codes.required'

const roles = z.array(z.enum(ROLES)).catch([])

/** The roles that a stored setting names; none for no setting. */
export function rolesRequired(value: string | null | undefined): readonly Role[] {
  return value ? roles.parse(JSON.parse(value)) : []
}

/** Whether the person `u` still has to set up codes before anything else: not who signs in with the identity provider, whose matter that is. */
export function owesCodesSql(): Prisma.Sql {
  return Prisma.sql`(s.method = 'password'
    and exists (select from mastra_admin.setting r where r.name = ${CODES_REQUIRED} and strpos(r.value, '"' || u.role || '"') > 0)
    and not exists (select from mastra_admin.authenticator a where a.user_id = u.id and a.confirmed_at is not null))`
}
