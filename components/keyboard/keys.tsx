import { Kbd } from '../ui/kbd'

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Escape: 'Esc',
}

/** The keys of a shortcut, as they are printed on a keyboard. */
export function Keys({ keys }: { keys: string }) {
  const parts = keys === ' ' ? [' '] : keys.split(' ')
  return (
    <span className="inline-flex items-center gap-1">
      {parts.map((key, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut never change their places
        <Kbd key={place}>{NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
      ))}
    </span>
  )
}
