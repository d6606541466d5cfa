'use client'

import { ChevronDown, Layers } from 'lucide-react'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import type { OnDemand } from '@/components/ui/on-demand'
import type { CurrentView } from './view-choice'

export interface BuiltInChoice {
  name: string
  href: Route
  current: boolean
}

interface ViewMenuProps {
  builtIn: readonly BuiltInChoice[]
  current: CurrentView | null
  pending: boolean
  /** What its items are drawn with. */
  needs: OnDemand<unknown>
  children: ReactNode
}

/** The button that names the view in use, with all views of the table behind it. */
export function ViewMenu({ builtIn, current, pending, needs, children }: ViewMenuProps) {
  const name = current?.name ?? builtIn.find((view) => view.current)?.name ?? 'Views'
  return (
    <Menu
      align="start"
      needs={needs}
      trigger={
        <Button compact className="max-w-60 text-sm" aria-busy={pending || undefined}>
          <Layers aria-hidden />
          <span className="min-w-0 truncate">
            {name !== 'Views' && <span className="sr-only">View: </span>}
            <bdi>{name}</bdi>
          </span>
          {current?.isChanged && <span className="text-xs text-warning-text">changed</span>}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {children}
    </Menu>
  )
}
