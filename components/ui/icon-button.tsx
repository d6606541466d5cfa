import clsx from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Keys } from '../keyboard/keys'
import { Tooltip } from './tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  icon: LucideIcon
  /** What it does, for those who cannot see the icon; also its tooltip. */
  label: string
  /** The shortcut that does the same. */
  keys?: string
  /** False where its place says enough, as in the corner of a window: there Escape should close the window and not a tooltip first. */
  tooltip?: boolean
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  tooltip = true,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type={type}
      aria-label={label}
      aria-keyshortcuts={keys}
      // The tooltip repeats the name, which is not worth hearing twice.
      aria-describedby={undefined}
      className={clsx(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-muted transition-colors hover:bg-hover hover:text-ink disabled:opacity-40 pointer-coarse:size-11',
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  )
  const text = keys ? (
    <>
      {label} <Keys keys={keys} />
    </>
  ) : (
    label
  )
  return tooltip ? <Tooltip text={text}>{button}</Tooltip> : button
}
