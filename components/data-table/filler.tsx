import clsx from 'clsx'

/** Takes the room that columns of exact widths leave, so that their widths and their places stay what they are. */
export function Filler({ heading = false }: { heading?: boolean }) {
  return <td aria-hidden className={clsx('border-b border-line p-0 max-sm:hidden', heading && 'bg-surface')} />
}
