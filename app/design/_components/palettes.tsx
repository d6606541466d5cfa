'use client'

import { Cable, CircleUserRound, Moon, Rows3 } from 'lucide-react'
import { useState } from 'react'
import { PageCommand, PageCommandLink } from '@/components/keyboard/page-command'
import { PaletteField } from '@/components/palette/palette-field'
import type { PaletteGroup } from '@/components/palette/palette-items'
import { PaletteList } from '@/components/palette/palette-list'
import { PaletteWindow } from '@/components/palette/palette-window'
import { Button } from '@/components/ui/button'
import { routes } from '@/lib/routes'
import { Plate } from './plate'

const GROUPS: readonly PaletteGroup[] = [
  {
    id: 'exact',
    label: 'Exact match',
    items: [
      {
        id: 'ada',
        title: 'Ada Lovelace',
        detail: 'CONTACT · hs-4711 · HUBSPOT · acme-corp',
        state: 'Deleted',
        icon: Rows3,
      },
    ],
  },
  {
    id: 'others',
    label: 'Connections',
    items: [
      { id: 'hub', title: 'HUBSPOT · acme-corp', detail: 'cmwsk6n3xz83e6pz', icon: Cable },
      { id: 'noor', title: 'شركة النور للتجارة', detail: '2 connections: GITHUB, SLACK', icon: CircleUserRound },
      { id: 'long', title: 'x'.repeat(160), detail: 'y'.repeat(160), state: 'Has issues', icon: CircleUserRound },
    ],
  },
  { id: 'commands', label: 'Commands', items: [{ id: 'dark', title: 'Switch theme: dark', keys: 'g d', icon: Moon }] },
]

/** The search window and what it is made of. */
export function Palettes() {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('ada')
  const close = () => setOpen(false)
  return (
    <Plate title="The search window">
      <div className="grid max-w-2xl gap-2">
        <div className="flex rounded-lg border border-line bg-raised px-3.5">
          <PaletteField
            listId="specimen"
            text={text}
            onText={setText}
            onKeyDown={close}
            activeId={undefined}
            isOpen={false}
            busy={false}
            scope={{ label: 'Records', onLeave: close }}
          />
        </div>
        <div className="rounded-lg border border-line bg-raised p-1.5">
          <PaletteList id="specimen" label="What was found" groups={GROUPS} active="ada" certain="ada" onTake={close} />
        </div>
        <Button onClick={() => setOpen(true)}>Open it</Button>
        <PageCommand label="What only the window offers" run={close} />
        <PageCommandLink label="Where only the window leads" href={routes.design()} />
      </div>
      {isOpen && (
        <PaletteWindow
          onClose={close}
          text={text}
          onText={setText}
          groups={GROUPS}
          busy={false}
          onNarrow={close}
          onTake={close}
          onEnter={close}
          status="5 results."
        />
      )}
    </Plate>
  )
}
