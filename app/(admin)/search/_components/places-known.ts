import { Copy, FileOutput, HelpCircle, KeyRound, Trash2, Upload } from 'lucide-react'
import type { PaletteItem } from '@/components/palette/palette-items'
import type { Role } from '@/lib/auth/permissions'
import { can } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'
import { type Place as Page, placesFor } from '../../_components/navigation'

/** A page with other words that people look for it by. */
export type KnownPage = Omit<Page, 'keys' | 'icon'> & { icon: PaletteItem['icon']; keys?: string; words: string }

const WORDS: Readonly<Record<string, string>> = {
  Overview: 'home start dashboard attention',
  Records: 'data rows contacts',
  Connections: 'integrations syncs credentials accounts',
  Issues: 'causes errors failing broken',
  Batches: 'bulk jobs progress undo',
  Audit: 'history log trail who changed',
  Database: 'indexes slow size',
  Users: 'people roles invite invitation add user colleague',
}

const FURTHER: readonly KnownPage[] = [
  {
    label: 'Why can’t I see it?',
    href: routes.why(),
    icon: HelpCircle,
    permission: 'records:read',
    words: 'missing lost find explain hidden',
  },
  {
    label: 'Deleted records',
    href: routes.records({ state: 'deleted' }),
    icon: Trash2,
    permission: 'records:read',
    words: 'trash bin soft-deleted restore',
  },
  {
    label: 'Twins',
    href: routes.twins(),
    icon: Copy,
    permission: 'records:read',
    words: 'duplicates double same external id',
  },
  {
    label: 'Import ids',
    href: routes.importIds(),
    icon: Upload,
    permission: 'records:read',
    words: 'upload file csv selection',
  },
  {
    label: 'Exports',
    href: routes.exports(),
    icon: FileOutput,
    permission: 'records:export',
    words: 'download files csv manifest',
  },
  {
    label: 'API tokens',
    href: routes.tokens(),
    icon: KeyRound,
    permission: 'tokens:manage',
    words: 'scripts bearer keys curl access',
  },
]

/** Every page that someone of this role can open from anywhere. */
export function pagesFor(role: Role): KnownPage[] {
  const main = placesFor(role).map((place) => ({ ...place, words: WORDS[place.label] ?? '' }))
  return [...main, ...FURTHER.filter(({ permission }) => can({ role }, permission))]
}
