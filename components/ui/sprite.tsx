import {
  Activity,
  Archive,
  Ban,
  BellRing,
  Cable,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Clock,
  Contact,
  Database,
  EyeOff,
  Gauge,
  Info,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  PanelRightOpen,
  Rows3,
  Trash2,
  TriangleAlert,
  Users,
} from 'lucide-react'
import type { SpriteName } from './sprite-icon'

const ICONS: Record<SpriteName, LucideIcon> = {
  activity: Activity,
  archive: Archive,
  ban: Ban,
  'bell-ring': BellRing,
  cable: Cable,
  'circle-alert': CircleAlert,
  'circle-check': CircleCheck,
  'circle-dashed': CircleDashed,
  'circle-dot': CircleDot,
  clock: Clock,
  contact: Contact,
  database: Database,
  'eye-off': EyeOff,
  gauge: Gauge,
  info: Info,
  layers: Layers,
  'layout-dashboard': LayoutDashboard,
  'panel-right-open': PanelRightOpen,
  'rows-3': Rows3,
  trash: Trash2,
  'triangle-alert': TriangleAlert,
  users: Users,
}

/** The drawings that `SpriteIcon` points at; once in every page, written by the server, so that no browser is sent what draws them. */
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
