/** Whether this is a keyboard of Apple's, where shortcuts are made with ⌘: there Ctrl moves the cursor while one types. */
export function hasCommandKey(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform)
}

/** Whether the key that shortcuts are made with, and no other, is held. */
export function isCommand(event: { metaKey: boolean; ctrlKey: boolean; altKey: boolean; shiftKey: boolean }): boolean {
  const [held, other] = hasCommandKey() ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  return held && !other && !event.altKey && !event.shiftKey
}
