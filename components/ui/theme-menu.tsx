'use client'

import { useSyncExternalStore } from 'react'
import { MenuLabel, MenuRadio } from './menu'
import { THEME_KEY } from './theme-script'

function subscribe(changed: () => void): () => void {
  window.addEventListener('themechange', changed)
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener('themechange', changed)
    window.removeEventListener('storage', changed)
  }
}

function choose(theme: string): void {
  if (theme === 'system') localStorage.removeItem(THEME_KEY)
  else localStorage.setItem(THEME_KEY, theme)
  window.dispatchEvent(new Event('themechange'))
}

/** The part of a menu that chooses the theme; the script of `theme-script.ts` puts it in force. */
export function ThemeMenu() {
  const theme = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(THEME_KEY) ?? 'system',
    () => 'system',
  )
  return (
    <>
      <MenuLabel>Theme</MenuLabel>
      <MenuRadio
        value={theme}
        onChange={choose}
        options={[
          { value: 'system', label: 'Like the system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
    </>
  )
}
