'use client'

import type { ConfirmDialogProps, DialogProps } from './dialog-parts'
import { useFocusReturn } from './focus-return'
import { onDemand } from './on-demand'
import { useNeeded } from './use-needed'

export type { Confirmation } from './dialog-parts'

const dialogParts = onDemand(() => import('./dialog-parts'))

/** A window over the page: focus stays inside, Escape and a click beside it close it, focus goes back where it was. */
export function Dialog(props: DialogProps) {
  const giveFocusBack = useFocusReturn(props.open)
  const parts = useNeeded(dialogParts, props.open, () => props.onOpenChange(false))
  return parts && <parts.DialogWindow {...props} giveFocusBack={giveFocusBack} />
}

/** Asks once before something that is hard to take back. The focus starts on the way out. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const giveFocusBack = useFocusReturn(props.open)
  const parts = useNeeded(dialogParts, props.open, () => props.onOpenChange(false))
  return parts && <parts.ConfirmWindow {...props} giveFocusBack={giveFocusBack} />
}
