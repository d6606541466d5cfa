import {
  Bookmark,
  Cable,
  CircleAlert,
  CircleUserRound,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  Rows3,
  Shapes,
  Users,
  Zap,
} from 'lucide-react'
import type { Route } from 'next'
import type { PaletteItem } from '@/components/palette/palette-items'
import { sitePath } from '@/lib/routes'
import { type FoundGroup, type Hit, placeName } from '@/lib/search/line'
import type { Place } from '@/lib/search/place'

/** An item that leads somewhere, or does something. */
export interface Item extends PaletteItem {
  /** What Tab narrows to. */
  group: ItemGroup
  href?: Route
  run?: () => void
  /** What is noted when it is used; null for what is not worth it. */
  place: Place | null
}

export type ItemGroup = FoundGroup | 'pages' | 'commands' | 'why'

export const GROUP_LABELS: Readonly<Record<ItemGroup, string>> = {
  exact: 'Exact match',
  recent: 'Recent',
  pages: 'Pages',
  commands: 'Commands',
  customers: 'End users',
  connections: 'Connections',
  records: 'Records',
  causes: 'Causes',
  views: 'Views',
  batches: 'Batches',
  people: 'Users',
  why: 'Not found?',
}

/** What a search can be narrowed to. */
export const NARROWABLE = [
  'records',
  'customers',
  'connections',
  'causes',
  'views',
  'people',
  'pages',
  'commands',
] as const satisfies readonly ItemGroup[]

const OF_KIND: Readonly<Record<Hit['kind'], { icon: LucideIcon; group: ItemGroup }>> = {
  record: { icon: Rows3, group: 'records' },
  entity: { icon: Shapes, group: 'records' },
  connection: { icon: Cable, group: 'connections' },
  customer: { icon: CircleUserRound, group: 'customers' },
  cause: { icon: CircleAlert, group: 'causes' },
  view: { icon: Bookmark, group: 'views' },
  batch: { icon: Layers, group: 'batches' },
  user: { icon: Users, group: 'people' },
  page: { icon: LayoutDashboard, group: 'pages' },
  command: { icon: Zap, group: 'commands' },
}

/** What the server found, as it stands in the list. */
export function foundItem(hit: Hit, inGroup: string): Item {
  const { icon, group } = OF_KIND[hit.kind]
  const { kind, key } = hit
  return {
    id: `${inGroup} ${placeName(hit)}`,
    title: hit.title,
    detail: hit.detail,
    state: hit.state,
    icon,
    group,
    href: sitePath(hit.href),
    place: kind === 'user' || kind === 'entity' ? null : { kind, key },
  }
}

export function iconOf(kind: Hit['kind']): LucideIcon {
  return OF_KIND[kind].icon
}
