import {
  Activity,
  BellRing,
  Cable,
  CircleAlert,
  Contact,
  Database,
  EyeOff,
  Gauge,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  Rows3,
  Users,
} from 'lucide-react'
import type { Route } from 'next'
import { can, type Permission, type Role } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'

export interface Place {
  label: string
  href: Route
  icon: LucideIcon
  /** The shortcut that leads there: `g` for go, then a letter of the place. */
  keys: string
  permission: Permission
}

const PLACES: readonly Place[] = [
  { label: 'Overview', href: routes.overview(), keys: 'g o', icon: LayoutDashboard, permission: 'records:read' },
  { label: 'Records', href: routes.records(), keys: 'g r', icon: Rows3, permission: 'records:read' },
  { label: 'Connections', href: routes.connections(), keys: 'g c', icon: Cable, permission: 'connections:read' },
  { label: 'End users', href: routes.customers(), keys: 'g e', icon: Contact, permission: 'connections:read' },
  { label: 'Issues', href: routes.issues(), keys: 'g i', icon: CircleAlert, permission: 'issues:read' },
  { label: 'Batches', href: routes.batches(), keys: 'g b', icon: Layers, permission: 'batches:read' },
  { label: 'Audit', href: routes.audit(), keys: 'g a', icon: Activity, permission: 'audit:read' },
  { label: 'Notices', href: routes.notices(), keys: 'g n', icon: BellRing, permission: 'notices:manage' },
  { label: 'Database', href: routes.database(), keys: 'g d', icon: Database, permission: 'indexes:manage' },
  { label: 'Status', href: routes.status(), keys: 'g s', icon: Gauge, permission: 'status:read' },
  { label: 'Masking', href: routes.masking(), keys: 'g m', icon: EyeOff, permission: 'masking:manage' },
  { label: 'Users', href: routes.users(), keys: 'g u', icon: Users, permission: 'users:manage' },
]

/** The places that a person of this role is shown. */
export function placesFor(role: Role): Place[] {
  return PLACES.filter(({ permission }) => can({ role }, permission))
}
