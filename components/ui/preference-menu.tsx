'use client'

import { MenuLabel, MenuRadio } from './menu'
import { choosePreference, usePreference } from './use-preference'

/** The part of a menu that chooses the theme. */
export function ThemeChoice() {
  const theme = usePreference('theme')
  return (
    <>
      <MenuLabel>Theme</MenuLabel>
      <MenuRadio
        value={theme}
        onChange={(value) => choosePreference('theme', value)}
        options={[
          { value: 'system', label: 'Like the system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
    </>
  )
}

/** The part of a menu that chooses how close rows stand. */
export function DensityChoice() {
  const density = usePreference('density')
  return (
    <>
      <MenuLabel>Density</MenuLabel>
      <MenuRadio
        value={density}
        onChange={(value) => choosePreference('density', value)}
        options={[
          { value: 'comfortable', label: 'Comfortable' },
          { value: 'compact', label: 'Compact' },
        ]}
      />
    </>
  )
}
