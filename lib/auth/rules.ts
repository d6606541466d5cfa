import 'server-only'
import { z } from 'zod'
import { Prisma } from '../db/generated/client'
import { ROLES, type Role } from './permissions'

/** What an administrator sets about signing in, for everyone. */
export interface Rules {
  /** Whose people must have one-time codes. */
  codesFor: readonly Role[]
  /** Records or connections from which on a batch is started only by who has just proven that it is them. */
  proofFrom: number
}

/** The settings that hold them: a JSON list, and a number. */
const CODES_FOR = 'rules.codes-for'
const PROOF_FROM = 'rules.proof-from'
const PROOF_FROM_AT_FIRST = 1_000

const roles = z.array(z.enum(ROLES)).catch([])
type Settings = Pick<Prisma.TransactionClient, 'setting'>

export async function readRules(reader: Settings): Promise<Rules> {
  const rows = await reader.setting.findMany({ where: { name: { in: [CODES_FOR, PROOF_FROM] } } })
  const stored = new Map(rows.map(({ name, value }) => [name, value]))
  return {
    codesFor: roles.parse(JSON.parse(stored.get(CODES_FOR) ?? '[]')),
    proofFrom: Number(stored.get(PROOF_FROM) ?? PROOF_FROM_AT_FIRST),
  }
}

export async function writeRules(tx: Settings, { codesFor, proofFrom }: Rules): Promise<void> {
  for (const [name, value] of [
    [CODES_FOR, JSON.stringify(codesFor)],
    [PROOF_FROM, String(proofFrom)],
  ] as const)
    await tx.setting.upsert({ where: { name }, create: { name, value }, update: { value } })
}

/** Whether the person `u` still has to set up codes before anything else: not who signs in with the identity provider, whose matter that is. */
export function owesCodesSql(): Prisma.Sql {
  return Prisma.sql`(s.method = 'password'
    and exists (select from mastra_admin.setting r where r.name = ${CODES_FOR} and strpos(r.value, '"' || u.role || '"') > 0)
    and not exists (select from mastra_admin.authenticator a where a.user_id = u.id and a.confirmed_at is not null))`
}
