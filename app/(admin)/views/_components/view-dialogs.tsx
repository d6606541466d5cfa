'use client'

import { FormDialog } from '@/components/form-dialog'
import { TextField } from '@/components/ui/field'
import type { ViewTable } from '@/lib/views/search-params'
import { renameViewAction, saveViewAction } from '../actions'
import type { CurrentView } from './view-choice'

interface DialogState {
  open: boolean
  onOpenChange: (open: boolean) => void
}

interface SaveViewDialogProps extends DialogState {
  table: ViewTable
  /** What is saved, as `viewQuery` writes it. */
  state: string
  mayShare: boolean
  onSaved: (view: { id: string; name: string; query: string }) => void
}

/** Asks for the name of a new view. */
export function SaveViewDialog({ table, state, mayShare, onSaved, ...dialog }: SaveViewDialogProps) {
  return (
    <FormDialog
      {...dialog}
      title="Save as a new view"
      description="Keeps the filter, sort, rows per page and columns under a name."
      submit="Save view"
      action={async (form, key) => {
        const name = String(form.get('name'))
        const result = await saveViewAction({ table, name, query: state, shared: form.get('shared') !== null }, key)
        if (result.ok) onSaved({ id: result.value.viewId, name: name.trim(), query: result.value.query })
        return result
      }}
      onSuccess={() => undefined}
    >
      <TextField label="Name" name="name" maxLength={60} autoComplete="off" required />
      {mayShare && (
        <label className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input type="checkbox" name="shared" className="size-4 accent-(--accent)" />
          Share it with everyone
        </label>
      )}
    </FormDialog>
  )
}

interface RenameViewDialogProps extends DialogState {
  view: CurrentView
  onRenamed: (name: string) => void
}

/** Asks for another name. */
export function RenameViewDialog({ view, onRenamed, ...dialog }: RenameViewDialogProps) {
  return (
    <FormDialog
      {...dialog}
      title={`Rename “${view.name}”`}
      submit="Rename"
      action={async (form, key) => {
        const result = await renameViewAction({ viewId: view.id, name: String(form.get('name')), seen: view.name }, key)
        if (result.ok && result.value.changed) onRenamed(result.value.name)
        return result
      }}
      onSuccess={() => undefined}
    >
      <TextField label="Name" name="name" defaultValue={view.name} maxLength={60} autoComplete="off" required />
    </FormDialog>
  )
}
