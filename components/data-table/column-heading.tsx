import clsx from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import Link from 'next/link'
import { LinkPending } from '../ui/link-pending'
import type { TableColumn } from './column'

const ICONS = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown }

type ColumnHeadingProps = Pick<TableColumn<never>, 'header' | 'align' | 'sort'> & { className?: string }

/** A column's heading; where the column can be sorted it is a link, so that the order is in the address and works everywhere. */
export function ColumnHeading({ header, align, sort, className }: ColumnHeadingProps) {
  const Icon = ICONS[sort?.direction ?? 'none']
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort && sort.direction !== 'none' ? sort.direction : undefined}
      className={clsx(
        'top-0 h-9 border-b border-line bg-surface px-3 text-xs font-medium whitespace-nowrap text-ink-muted',
        align === 'right' ? 'text-right' : 'text-left',
        className ? ['z-20', className] : 'z-15 sm:sticky',
      )}
    >
      {sort ? (
        <Link
          href={sort.href}
          prefetch={false}
          scroll={false}
          className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
        >
          {header}
          <Icon aria-hidden className={clsx('size-3', sort.direction === 'none' && 'opacity-50')} />
          <LinkPending />
        </Link>
      ) : (
        header
      )}
    </th>
  )
}
