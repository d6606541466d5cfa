import clsx from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type CSSProperties, useRef } from 'react'
import { NumberText } from '../number-text'
import { Link } from '../ui/link'
import { LinkPending } from '../ui/link-pending'
import type { ColumnArranging, TableColumn } from './column'
import { HeadingMenu } from './heading-menu'
import { ResizeHandle } from './resize-handle'
import type { ColumnDrag } from './use-column-drag'

const ICONS = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown }

interface ColumnHeadingProps {
  column: TableColumn<never>
  /** Among the columns. */
  place: number
  arranging?: ColumnArranging
  drag?: ColumnDrag
  /** Whether the whole head sticks, so that its headings need not. */
  isExact: boolean
  /** How it looks where it stays while the rest is scrolled sideways. */
  stays?: string
  style?: CSSProperties
}

/** A column's heading: its name, which sorts where the column can be sorted by, its menu and the edge that sets its width. */
export function ColumnHeading({ column, place, arranging, drag, isExact, stays, style }: ColumnHeadingProps) {
  const { header, note, align, sort, menu, width } = column
  const handle = useRef<HTMLElement>(null)
  const resizes = arranging !== undefined && width !== undefined
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort && sort.direction !== 'none' && (sort.place ?? 1) === 1 ? sort.direction : undefined}
      // What stands in the heading besides is not part of every cell's heading.
      aria-label={menu ? header : undefined}
      style={style}
      className={clsx(
        'group/heading top-0 h-9 border-b border-line bg-surface px-3 text-xs font-medium whitespace-nowrap text-ink-muted',
        align === 'right' ? 'text-right' : 'text-left',
        // A dragged column would come to stand before this one.
        drag?.isTarget(column.id) && 'shadow-[inset_2px_0_0_var(--accent)]!',
        stays ? ['z-20', stays] : 'z-15',
        isExact ? (stays ? 'heading-stays' : 'sm:relative') : ['sm:sticky', stays && 'sm:left-(--stay,0px)'],
      )}
      {...drag?.target(column.id)}
    >
      {menu ? (
        <span
          {...drag?.source(column.id)}
          className={clsx('flex items-center', align === 'right' && 'flex-row-reverse')}
        >
          <span title={note && `${header}: ${note}`} className="min-w-0 truncate">
            <SortLink header={header} sort={sort} />
          </span>
          <HeadingMenu header={header} entries={menu} needs={column.menuNeeds} handle={resizes ? handle : undefined} />
        </span>
      ) : (
        <span title={note}>
          <SortLink header={header} sort={sort} />
        </span>
      )}
      {resizes && (
        <ResizeHandle
          ref={handle}
          header={header}
          place={place}
          width={width}
          limits={arranging.width}
          onResize={(wanted) => arranging.onResize(column.id, wanted)}
        />
      )}
    </th>
  )
}

/** A link, so that the order is in the address and works everywhere; just the name where nothing can be sorted. */
function SortLink({ header, sort }: Pick<TableColumn<never>, 'header' | 'sort'>) {
  const router = useRouter()
  if (!sort) return header
  const Icon = ICONS[sort.direction]
  return (
    <Link
      href={sort.href}
      prefetch={false}
      scroll={false}
      draggable={false}
      onClick={(event) => {
        if (!event.shiftKey || !sort.addHref) return
        event.preventDefault()
        router.push(sort.addHref, { scroll: false })
      }}
      className="inline-flex max-w-full items-center gap-1 rounded-sm hover:text-ink"
    >
      <span className="truncate">{header}</span>
      <Icon aria-hidden className={clsx('size-3 shrink-0', sort.direction === 'none' && 'opacity-50')} />
      {sort.place !== undefined && (
        <span className="text-ink">
          <span className="sr-only">, place </span>
          <NumberText value={sort.place} />
          <span className="sr-only"> in the sort</span>
        </span>
      )}
      <LinkPending />
    </Link>
  )
}
