'use client'

import { Download, Ellipsis, Trash2 } from 'lucide-react'
import { ActionButton } from '@/components/action-button'
import { Keys } from '@/components/keyboard/keys'
import { Button, type ButtonTone } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { IconButton } from '@/components/ui/icon-button'
import { LinkButton } from '@/components/ui/link-button'
import { LinkPending } from '@/components/ui/link-pending'
import { routes } from '@/lib/routes'
import { Plate, Specimens } from './plate'

const TONES: ButtonTone[] = ['primary', 'secondary', 'ghost', 'caution', 'danger']

export function Controls() {
  return (
    <Plate title="Buttons">
      {TONES.map((tone) => (
        <Specimens key={tone} of={tone}>
          <Button tone={tone}>Save</Button>
          <Button tone={tone}>
            <Download aria-hidden />
            With an icon
          </Button>
          <Button tone={tone} compact>
            Compact
          </Button>
          <Button tone={tone} disabled>
            Disabled
          </Button>
          <Button tone={tone} aria-busy>
            Busy
          </Button>
          <LinkButton tone={tone} href={routes.design()}>
            A link
            <LinkPending />
          </LinkButton>
        </Specimens>
      ))}
      <Specimens of="Icons, keys, a verb">
        <IconButton icon={Ellipsis} label="More" />
        <IconButton icon={Trash2} label="Not now" disabled />
        <CopyButton text="cmwsk6n3xz83e6pz" what="id" />
        <Keys keys="g r" />
        <Keys keys="ArrowUp ArrowDown" />
        <ActionButton
          action={async () => ({ ok: true, value: 3 })}
          outcome={(count) => ({
            message: `Soft-deleted ${count} records.`,
            undo: async () => ({ ok: true, value: 3 }),
          })}
        >
          Say that it is done
        </ActionButton>
        <ActionButton
          tone="danger"
          action={async () => ({
            ok: false,
            code: 'UNEXPECTED',
            message: 'This could not be done. Nothing was changed.',
            reference: '3141592653',
          })}
          outcome={() => ({ message: '' })}
        >
          Say that it failed
        </ActionButton>
      </Specimens>
    </Plate>
  )
}
