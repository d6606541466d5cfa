'use client'

import { Ellipsis } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuLink } from '@/components/ui/menu'
import { routes } from '@/lib/routes'

/** What is done with records less often than looking at them. */
export function RecordTools() {
  return (
    <Menu trigger={<IconButton label="Tools" icon={Ellipsis} />}>
      <MenuLink href={routes.importIds()}>Import ids</MenuLink>
      <MenuLink href={routes.twins()}>Twins</MenuLink>
    </Menu>
  )
}
