'use client'

import { Check } from 'lucide-react'
import type { Route } from 'next'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { Keys } from '../keyboard/keys'
import { Link } from './link'
import type { OnDemand } from './on-demand'

const ITEM =
  'flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-sm px-2 text-sm text-ink -outline-offset-2 data-disabled:opacity-50 data-highlighted:bg-hover pointer-coarse:min-h-11 [&_svg]:size-4'

export interface MenuProps {
  /** One focusable element. */
  trigger: ReactElement<object>
  children: ReactNode
  align?: 'start' | 'end'
  /** What its items are drawn with, fetched before it opens. */
  needs?: OnDemand<unknown>
  /** Where the focus goes on, if not back to the trigger, which `preventDefault` keeps it from. */
  onClosed?: (event: Event) => void
}

/** A button's menu, which is open when it is first drawn; `byKey` when a key asked for it, which then stands on its first item. */
export function OpenedMenu({ trigger, children, align = 'end', onClosed, byKey }: MenuProps & { byKey: boolean }) {
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          onCloseAutoFocus={onClosed}
          sideOffset={4}
          collisionPadding={8}
          // It may scroll, so that it must be reached by keyboard also in browsers that do not focus what scrolls.
          tabIndex={0}
          ref={byKey ? onFirstItem : undefined}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-rise overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-raised"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** After Radix has put the focus on the menu itself, as it does for a pointer. Who is at an item by then stays there. */
function onFirstItem(menu: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (menu && document.activeElement === menu) menu.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
  })
}

export interface MenuItemProps {
  onSelect: () => void
  disabled?: boolean
  /** The shortcut that does the same. */
  keys?: string
  children: ReactNode
}

export function MenuItem({ onSelect, disabled, keys, children }: MenuItemProps) {
  return (
    <Radix.Item className={ITEM} disabled={disabled} onSelect={onSelect}>
      {children}
      {keys && <ItemKeys keys={keys} />}
    </Radix.Item>
  )
}

export interface MenuLinkProps {
  href: Route
  keys?: string
  /** Whether it leads to where the person is; left out where the menu has no such place. */
  current?: boolean
  /** Leads to the same page in another state: the page is not scrolled, and not fetched before it is wanted. */
  inPlace?: boolean
  children: ReactNode
}

/** An item that leads somewhere: it can be opened in another tab like any link. */
export function MenuLink({ href, keys, current, inPlace = false, children }: MenuLinkProps) {
  return (
    <Radix.Item asChild className={ITEM}>
      <Link href={href} aria-current={current || undefined} {...(inPlace && { prefetch: false, scroll: false })}>
        {current !== undefined && <span className="size-4">{current && <Check aria-hidden />}</span>}
        {children}
        {keys && <ItemKeys keys={keys} />}
      </Link>
    </Radix.Item>
  )
}

/** An item that saves a file: the browser asks for it and stays where it is. */
export function MenuDownload({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Radix.Item asChild className={ITEM}>
      <a href={href} download>
        {children}
      </a>
    </Radix.Item>
  )
}

function ItemKeys({ keys }: { keys: string }) {
  return (
    <span aria-hidden className="ml-auto pl-4 pointer-coarse:hidden">
      <Keys keys={keys} />
    </span>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1.5 text-xs text-ink-muted">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}

export interface MenuCheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** Stays open, because people set several at once. */
export function MenuCheckbox({ checked, onChange, children }: MenuCheckboxProps) {
  return (
    <Radix.CheckboxItem
      className={ITEM}
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      <span className="size-4">{checked && <Check aria-hidden />}</span>
      {children}
    </Radix.CheckboxItem>
  )
}

export interface MenuRadioProps<Value extends string> {
  value: Value
  options: readonly { value: Value; label: ReactNode }[]
  onChange: (value: Value) => void
}

export function MenuRadio<Value extends string>({ value, options, onChange }: MenuRadioProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((known) => known.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <Radix.RadioGroup value={value} onValueChange={choose}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={ITEM}>
          <span className="size-4">{option.value === value && <Check aria-hidden />}</span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}
