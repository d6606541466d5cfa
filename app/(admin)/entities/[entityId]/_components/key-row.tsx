import type { Route } from 'next'
import { Bar } from '@/components/charts/bar'
import { NumberText } from '@/components/number-text'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { EntityDetail, ShapeLine } from '@/lib/entities/dto'
import { formatShare } from '@/lib/format-number'
import { keyField, keyLinks } from './key-links'

interface KeyRowProps {
  /** A name without what is secret in it. */
  masked: (text: string) => string
  entity: EntityDetail
  line: ShapeLine
  locale: string
}

/** One key: how many of the records have it, what its values are, and which of them are not what its property says. */
export function KeyRow({ masked, entity, line, locale }: KeyRowProps) {
  const name = masked(line.path.at(-1) ?? '')
  // A name that is itself a secret must not stand in an address either.
  const links = name === line.path.at(-1) ? keyLinks(entity, line) : null
  const missing = line.of - line.present
  const field = masked(keyField(line))
  return (
    <tr className="border-b border-line align-baseline last:border-b-0">
      <th scope="row" className="px-4 py-2 text-left font-normal" style={{ paddingLeft: `${line.depth + 1}rem` }}>
        <bdi className="font-mono text-xs break-all">{name === '' ? '(empty)' : name}</bdi>
        {line.property && line.property.displayName !== line.path.at(-1) && (
          <span className="block text-xs text-ink-muted">
            <bdi>{line.property.displayName}</bdi>
          </span>
        )}
      </th>
      <td className="px-4 py-2 whitespace-nowrap">
        {line.property ? (
          <>
            {line.property.type}
            {!line.property.visible && <span className="text-ink-muted">, hidden</span>}
          </>
        ) : (
          <Badge tone="info">No property</Badge>
        )}
      </td>
      <td className="min-w-44 px-4 py-2">
        <span className="flex items-center gap-2">
          <Bar value={line.present} most={Math.max(1, line.of)} className="h-1 w-16 shrink-0" />
          <Count href={links?.present} label={`Records with ${field}`}>
            {formatShare(locale, line.present, line.of)}
          </Count>
        </span>
        {missing > 0 && (
          <span className="text-xs text-ink-muted">
            <Count href={links?.missing} label={`Records without ${field}`}>
              <NumberText value={missing} /> without
            </Count>
            {line.nulls > 0 && (
              <>
                , <NumberText value={line.nulls} /> of them null
              </>
            )}
          </span>
        )}
      </td>
      <td className="px-4 py-2">
        <ul className="flex flex-wrap gap-x-3 whitespace-nowrap">
          {line.forms.map(({ form, records }) => (
            <li key={form}>
              {form}{' '}
              <span className="text-xs text-ink-muted">
                <NumberText value={records} />
              </span>
            </li>
          ))}
          {line.forms.length === 0 && <li className="text-ink-muted">Never there</li>}
        </ul>
      </td>
      <td className="px-4 py-2 whitespace-nowrap">
        {line.contradicting > 0 && (
          <Badge tone="danger">
            <Count href={links?.contradicting} label={`Records whose ${field} contradicts its type`}>
              <NumberText value={line.contradicting} /> of <NumberText value={line.present} />
            </Count>
          </Badge>
        )}
      </td>
    </tr>
  )
}

/** A number that leads to its records, where a filter can name them. */
function Count({ href, label, children }: { href: Route | undefined; label: string; children: React.ReactNode }) {
  if (!href) return <span>{children}</span>
  return (
    <Link href={href} prefetch={false} title={label} className="text-accent-text hover:underline">
      {children}
      <span className="sr-only"> ({label})</span>
    </Link>
  )
}
