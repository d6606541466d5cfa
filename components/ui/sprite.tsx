import {
  Archive,
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Clock,
  Info,
  type LucideIcon,
  PanelRightOpen,
  Trash2,
  TriangleAlert,
} from 'lucide-react'

const ICONS = {
  archive: Archive,
  ban: Ban,
  'circle-alert': CircleAlert,
  'circle-check': CircleCheck,
  'circle-dashed': CircleDashed,
  'circle-dot': CircleDot,
  clock: Clock,
  info: Info,
  'panel-right-open': PanelRightOpen,
  trash: Trash2,
  'triangle-alert': TriangleAlert,
} satisfies Record<string, LucideIcon>

export type SpriteName = keyof typeof ICONS

/** The drawings that `SpriteIcon` points at; once in every page. */
export function Sprite() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      {Object.entries(ICONS).map(([name, Icon]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          <Icon />
        </symbol>
      ))}
    </svg>
  )
}

/** An icon of what stands in every row of a table: a page of rows holds hundreds, and drawing each of them anew took a fifth of its time. */
export function SpriteIcon({ name, className }: { name: SpriteName; className?: string }) {
  return (
    <svg aria-hidden className={className}>
      <use href={`#icon-${name}`} />
    </svg>
  )
}
