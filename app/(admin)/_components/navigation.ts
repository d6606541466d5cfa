import { Activity, Cable, LayoutDashboard, type LucideIcon, Rows3, Users } from 'lucide-react'
import type { Route } from 'next'
import { can, type Permission, type Role } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'

interface Place {
  label: string
  href: Route
  icon: LucideIcon
  permission: Permission
}

const PLACES: readonly Place[] = [
  { label: 'Overview', href: routes.overview(), icon: LayoutDashboard, permission: 'records:read' },
  { label: 'Records', href: routes.records(), icon: Rows3, permission: 'records:read' },
  { label: 'Connections', href: routes.connections(), icon: Cable, permission: 'connections:read' },
  { label: 'Audit', href: routes.audit(), icon: Activity, permission: 'audit:read' },
  { label: 'Users', href: routes.users(), icon: Users, permission: 'users:manage' },
]

/** The places that a person of this role is shown in the sidebar. */
export function placesFor(role: Role): Place[] {
  return PLACES.filter(({ permission }) => can({ role }, permission))
}
