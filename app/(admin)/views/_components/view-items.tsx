'use client'

import { MenuCheckbox, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { ROLES } from '@/lib/auth/permissions'
import type { CurrentView, ViewChoice } from './view-choice'
import type { BuiltInChoice } from './view-menu'
import type { ViewVerbs } from './view-verbs'

export interface ViewItemsProps {
  choices: readonly ViewChoice[]
  builtIn: readonly BuiltInChoice[]
  current: CurrentView | null
  /** Whether what is shown can be kept as a view. */
  canSave: boolean
  /** Whether the view in use can be changed by this person. */
  mayChange: boolean
  mayShare: boolean
  verbs: ViewVerbs
  onSave: () => void
  onRename: () => void
}

/** All views of the table, and what can be done with the one in use. */
export function ViewItems({ choices, builtIn, current, canSave, verbs, onSave, ...rest }: ViewItemsProps) {
  const groups = [
    { label: 'Your views', views: choices.filter(({ shared }) => !shared) },
    { label: 'Shared views', views: choices.filter(({ shared }) => shared) },
  ]
  return (
    <>
      {builtIn.map((view) => (
        <MenuLink key={view.name} href={view.href} current={view.current}>
          {view.name}
        </MenuLink>
      ))}
      {groups.map(({ label, views }) => (
        <ViewGroup key={label} label={label} views={views} currentId={current?.id} />
      ))}
      <MenuSeparator />
      <MenuItem disabled={!canSave} onSelect={onSave}>
        Save as a new view…
      </MenuItem>
      {current && <CurrentItems {...rest} view={current} verbs={verbs} />}
    </>
  )
}

function ViewGroup({ label, views, currentId }: { label: string; views: ViewChoice[]; currentId?: string }) {
  if (views.length === 0) return null
  return (
    <>
      <MenuSeparator />
      <MenuLabel>{label}</MenuLabel>
      {views.map((view) => (
        <MenuLink key={view.id} href={view.href} current={view.id === currentId}>
          <span className="max-w-72 truncate">
            <bdi>{view.name}</bdi>
          </span>
          {view.defaultFor.length > 0 && (
            <span className="ml-auto pl-3 text-xs text-ink-muted">default of {view.defaultFor.join(', ')}</span>
          )}
        </MenuLink>
      ))}
    </>
  )
}

interface CurrentItemsProps extends Pick<ViewItemsProps, 'mayChange' | 'mayShare' | 'verbs' | 'onRename'> {
  view: CurrentView
}

/** What can be done with the view in use. Only administrators come to the part about everyone. */
function CurrentItems({ view, mayChange, mayShare, verbs, onRename }: CurrentItemsProps) {
  return (
    <>
      <MenuSeparator />
      <MenuLabel>This view{view.shared && !view.isOwn && `, shared by ${view.ownerEmail}`}</MenuLabel>
      <MenuItem onSelect={() => verbs.duplicate(view)}>Duplicate</MenuItem>
      {mayChange && <MenuItem onSelect={onRename}>Rename…</MenuItem>}
      {mayShare && !view.shared && <MenuItem onSelect={() => verbs.share(view)}>Share with everyone</MenuItem>}
      {mayShare && view.shared && <MenuItem onSelect={() => verbs.unshare(view)}>Stop sharing</MenuItem>}
      {mayChange && <MenuItem onSelect={() => verbs.remove(view)}>Delete</MenuItem>}
      {mayShare && view.shared && (
        <>
          <MenuSeparator />
          <MenuLabel>Default when the table is opened</MenuLabel>
          {ROLES.map((role) => (
            <MenuCheckbox
              key={role}
              checked={view.defaultFor.includes(role)}
              onChange={(checked) => verbs.chooseDefault(view, role, checked)}
            >
              {role}
            </MenuCheckbox>
          ))}
        </>
      )}
    </>
  )
}
