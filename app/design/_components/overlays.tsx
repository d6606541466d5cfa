'use client'

import { Settings2 } from 'lucide-react'
import { useState } from 'react'
import { ExportMenu } from '@/components/export-menu'
import { FormDialog } from '@/components/form-dialog'
import { KeyboardShortcuts } from '@/components/keyboard/keyboard-shortcuts'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuCheckbox, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { Popover } from '@/components/ui/popover'
import { DensityChoice, ThemeChoice } from '@/components/ui/preference-menu'
import { routes } from '@/lib/routes'
import { Plate } from './plate'

type Open = 'form' | 'confirm' | 'help'

export function Overlays() {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <Plate title="What opens">
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setOpen('form')}>A form</Button>
        <Button onClick={() => setOpen('confirm')}>A question</Button>
        <Button onClick={() => setOpen('help')}>All shortcuts</Button>
        <ExportMenu
          hrefs={{ csv: routes.design(), ndjson: routes.design(), json: routes.design() }}
          newest={{ href: routes.design(), rows: 1_000 }}
          count="~1,234,567 records"
          former={routes.design()}
          onKeep={close}
        />
        <Menu trigger={<Button>A menu</Button>}>
          <MenuLabel>Choices</MenuLabel>
          <MenuCheckbox checked onChange={close}>
            Chosen
          </MenuCheckbox>
          <MenuItem keys="g d" onSelect={close}>
            With a shortcut
          </MenuItem>
          <MenuItem disabled onSelect={close}>
            Not now
          </MenuItem>
          <MenuLink href={routes.design()}>A link</MenuLink>
          <MenuLink href={routes.design()} current>
            Where one is
          </MenuLink>
          <MenuSeparator />
          <ThemeChoice />
          <DensityChoice />
        </Menu>
        <Popover label="Something to read" trigger={<Button>A popover</Button>}>
          Something to read beside the button.
        </Popover>
        <IconButton icon={Settings2} label="A tooltip" keys="t" />
      </div>
      <FormDialog
        open={open === 'form'}
        onOpenChange={close}
        title="Add user"
        description="They can sign in at once."
        submit="Add user"
        action={async () => ({ ok: false, code: 'INVALID', message: 'There is a user with this e-mail.' })}
        onSuccess={close}
      >
        <TextField label="Email" name="email" />
      </FormDialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onOpenChange={close}
        title="Disable ada@example.com?"
        text="They are stopped at their next request. You can enable them again."
        confirm="Disable"
        danger
        onConfirm={close}
      />
      <KeyboardShortcuts open={open === 'help'} onOpenChange={(next) => setOpen(next ? 'help' : undefined)} />
    </Plate>
  )
}
