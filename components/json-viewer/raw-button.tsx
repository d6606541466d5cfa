'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '../ui/button'

interface RawButtonProps {
  isRaw: boolean
  /** Whether the focus was on the button that gave way to this one; unset when it is taken. */
  hadFocus: RefObject<boolean>
  onPress: () => void
}

/** Switches between tree and text. Each of them has its own, so the one that comes takes the focus from the one that goes. */
export function RawButton({ isRaw, hadFocus, onPress }: RawButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!hadFocus.current) return
    hadFocus.current = false
    button.current?.focus({ preventScroll: true })
  }, [hadFocus])
  return (
    <Button
      ref={button}
      compact
      aria-pressed={isRaw}
      tone={isRaw ? 'primary' : 'secondary'}
      onClick={() => {
        hadFocus.current = true
        onPress()
      }}
    >
      Raw
    </Button>
  )
}
