import 'server-only'
import { Prisma } from '@/lib/db/generated/client'

/** True when every predicate is. Expects at least one. */
export function allOf(predicates: Prisma.Sql[]): Prisma.Sql {
  return combine(predicates, ' AND ')
}

/** True when one of the predicates is. Expects at least one. */
export function anyOf(predicates: Prisma.Sql[]): Prisma.Sql {
  return combine(predicates, ' OR ')
}

function combine(predicates: Prisma.Sql[], separator: string): Prisma.Sql {
  const [only] = predicates
  return only && predicates.length === 1 ? only : Prisma.join(predicates, separator, '(', ')')
}
