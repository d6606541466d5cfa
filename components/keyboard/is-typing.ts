const TEXT_INPUTS = /^(text|search|email|password|number|tel|url|date|datetime-local|month|time|week)$/
const OWN_KEYS = '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"], [role="combobox"]'

/**
 * Whether a key pressed here belongs to what has the focus: a field, a menu, a dialog, or a tree, where letters look for keys. Then no
 * shortcut may fire. `/` and `?` look for nothing in a tree.
 */
export function belongsToFocus(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  if (target instanceof HTMLInputElement && TEXT_INPUTS.test(target.type)) return true
  if (target.closest(OWN_KEYS)) return true
  return target.closest('[role="tree"]') !== null && /^[\p{L}\p{N}_]$/u.test(key)
}
