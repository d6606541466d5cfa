'use client'

import { History } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { onDemand } from '../ui/on-demand'
import { Popover } from '../ui/popover'
import type { RecentListProps } from './recent-list'

const recentList = onDemand(() => import('./recent-list'))

/** The button with the filters that this viewer applied here before; they are fetched when someone comes near it. */
export function RecentMenu(props: RecentListProps) {
  return (
    <Popover trigger={<IconButton icon={History} label="Recent filters" />} label="Recent filters" needs={recentList}>
      <Recent {...props} />
    </Popover>
  )
}

function Recent(props: RecentListProps) {
  const { RecentList } = recentList.now()
  return <RecentList {...props} />
}
