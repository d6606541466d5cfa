import type { Route } from 'next'
import type { SpriteName } from '@/components/ui/sprite-icon'
import { can, type Permission, type Role } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'

export interface Place {
  label: string
  href: Route
  icon: SpriteName
  /** The shortcut that leads there: `g` for go, then a letter of the place. */
  keys: string
  permission: Permission
}

const PLACES: readonly Place[] = [
  { label: 'Overview', href: routes.overview(), keys: 'g o', icon: 'layout-dashboard', permission: 'records:read' },
  { label: 'Records', href: routes.records(), keys: 'g r', icon: 'rows-3', permission: 'records:read' },
  { label: 'Connections', href: routes.connections(), keys: 'g c', icon: 'cable', permission: 'connections:read' },
  { label: 'End users', href: routes.customers(), keys: 'g e', icon: 'contact', permission: 'connections:read' },
  { label: 'Issues', href: routes.issues(), keys: 'g i', icon: 'circle-alert', permission: 'issues:read' },
  { label: 'Batches', href: routes.batches(), keys: 'g b', icon: 'layers', permission: 'batches:read' },
  { label: 'Audit', href: routes.audit(), keys: 'g a', icon: 'activity', permission: 'audit:read' },
  { label: 'Notices', href: routes.notices(), keys: 'g n', icon: 'bell-ring', permission: 'notices:manage' },
  { label: 'Database', href: routes.database(), keys: 'g d', icon: 'database', permission: 'indexes:manage' },
  { label: 'Status', href: routes.status(), keys: 'g s', icon: 'gauge', permission: 'status:read' },
  { label: 'Masking', href: routes.masking(), keys: 'g m', icon: 'eye-off', permission: 'masking:manage' },
  { label: 'Users', href: routes.users(), keys: 'g u', icon: 'users', permission: 'users:manage' },
]

/** The places that a person of this role is shown. */
export function placesFor(role: Role): Place[] {
  return PLACES.filter(({ permission }) => can({ role }, permission))
}
