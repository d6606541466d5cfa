import clsx from 'clsx'
import { type Fill, SOLIDS } from './fill'
import { shareOf } from './scale'

interface BarProps {
  value: number
  /** The value of a whole bar: the greatest beside it, or the sum that it is a part of. */
  most: number
  fill?: Fill
  className?: string
}

/** A thin bar for a list or a table, beside the number that it draws: it is not read out. */
export function Bar({ value, most, fill = 'accent', className }: BarProps) {
  return (
    <span aria-hidden className={clsx('block overflow-hidden rounded-full bg-hover', className ?? 'h-1')}>
      <span className={clsx('block h-full', SOLIDS[fill])} style={{ width: `${shareOf(value, most) * 100}%` }} />
    </span>
  )
}
