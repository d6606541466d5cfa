import { contradicts } from '@/lib/entities/declared'
import type { EntityDetail, ShapeLine } from '@/lib/entities/dto'
import { printPath } from '@/lib/query/print'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'

/** The place as a filter names it: `data.address.city`. */
export function keyField({ path }: Pick<ShapeLine, 'path'>): string {
  return printPath({ steps: ['data', ...path].map((key) => ({ type: 'key', key })) })
}

/** Where the records of the entity are that a line tells of. Null where no filter can ask: of what is masked. */
export function keyLinks(entity: Pick<EntityDetail, 'id' | 'type'>, line: ShapeLine) {
  if (line.masked) return null
  const field = keyField(line)
  const own = termText('entity.id', entity.id)
  const wrong = wrongTerm(field, line)
  return {
    present: routes.records({ q: `${own} ${field}:*` }),
    missing: routes.records({ q: `${own} -${field}:*` }),
    // With the entity type the filter reads values by the property's type.
    contradicting: routes.records({
      q: [own, termText('entityType', entity.type), `${field}:*`, wrong].filter(Boolean).join(' '),
    }),
  }
}

/** Excludes every value that a filter can read as the property's type; nothing where a filter does not know the difference. */
function wrongTerm(field: string, { property }: ShapeLine): string | null {
  const type = property?.type ?? ''
  if (!contradicts(type, 'object') || !contradicts(type, 'text')) return null
  if (!contradicts(type, 'number')) return `-${field}:<0 -${field}:>=0`
  if (!contradicts(type, 'boolean')) return `-${field}:(true OR false)`
  if (!contradicts(type, 'date as text')) return `-${field}:<2000-01-01 -${field}:>=2000-01-01`
  return null
}
