interface ProgressProps {
  /** What is on its way, for those who do not see the bar. */
  label: string
  value: number
  max: number
}

/** How far something is that has a known end. */
export function Progress({ label, value, max }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={Math.max(max, 1)}
      className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-hover forced-colors:border [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[width]"
    />
  )
}
