import 'server-only'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'

/** The columns of a record, beside its data, that people change. */
export type ChangeableField = 'deletedAt' | 'status' | 'enrichmentStatus'

interface FieldParts {
  /** Its name in Mastra's table, as in `set`. */
  name: Prisma.Sql
  type: Prisma.Sql
  /** The form in which entries of the trail hold it. */
  forTrail: (value: Prisma.Sql) => Prisma.Sql
  /** A text of the trail in the type of the column. */
  fromTrail: (value: Prisma.Sql) => Prisma.Sql
}

const enumParts = (name: Prisma.Sql, type: Prisma.Sql): FieldParts => ({
  name,
  type,
  forTrail: (value) => Prisma.sql`${value}::text`,
  fromTrail: (value) => Prisma.sql`(${value})::text::${type}`,
})

const FIELDS: Readonly<Record<ChangeableField, FieldParts>> = {
  // ISO 8601 with a `Z` in the trail, the zoneless `timestamp(3)` that Mastra stores in the table.
  deletedAt: {
    name: Prisma.sql`"deletedAt"`,
    type: Prisma.sql`timestamp(3)`,
    forTrail: isoText,
    fromTrail: (value) => Prisma.sql`((${value})::text::timestamptz at time zone 'UTC')::timestamp(3)`,
  },
  status: enumParts(Prisma.sql`status`, Prisma.sql`mastra."RecordStatus"`),
  enrichmentStatus: enumParts(Prisma.sql`"enrichmentStatus"`, Prisma.sql`mastra."RecordEnrichmentStatus"`),
}

/** How a column is written in SQL, and how the trail holds its values. */
export function changeable(field: ChangeableField): FieldParts {
  return FIELDS[field]
}

export interface FieldMove {
  id: string
  /** As the trail holds it. */
  from: string | null
  to: string | null
}

/** Sets one field, and no other column, where it still is `from`; gives the ids of the records that moved. One statement. */
export async function moveField(
  tx: Prisma.TransactionClient,
  field: ChangeableField,
  moves: readonly FieldMove[],
): Promise<Set<string>> {
  if (moves.length === 0) return new Set()
  const { name, type, fromTrail } = changeable(field)
  const typed = (value: string | null) => (value === null ? Prisma.sql`null::${type}` : fromTrail(Prisma.sql`${value}`))
  const rows = moves.map(({ id, from, to }) => Prisma.sql`(${id}::text, ${typed(from)}, ${typed(to)})`)
  const moved = await tx.$queryRaw<{ id: string }[]>`
    update mastra.records as record set ${name} = move."to"
    from (values ${Prisma.join(rows)}) as move (id, "from", "to")
    where record.id = move.id and record.${name} is not distinct from move."from"
    returning record.id`
  return new Set(moved.map((row) => row.id))
}
