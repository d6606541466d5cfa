'use client'

import { useRouter } from 'next/navigation'
import { ActionButton } from '@/components/action-button'
import type { ButtonTone } from '@/components/ui/button'
import type { HelpPart } from '@/lib/preferences/schema'
import { routes } from '@/lib/routes'
import { keepHelpAction } from '../preferences/actions'

interface HelpButtonProps {
  part: HelpPart
  tone?: ButtonTone
  /** Said once it is gone: where it is found again. */
  said: string
  children: string
}

/** Takes a part of the help away for good, for this person wherever they sign in; the message takes that back. */
export function HelpButton({ part, tone = 'ghost', said, children }: HelpButtonProps) {
  const router = useRouter()
  return (
    <ActionButton
      compact
      tone={tone}
      action={(key) => keepHelpAction({ part, shown: false }, key)}
      onSuccess={() => router.replace(routes.overview())}
      outcome={() => ({ message: said, undo: (key) => keepHelpAction({ part, shown: true }, key) })}
    >
      {children}
    </ActionButton>
  )
}
