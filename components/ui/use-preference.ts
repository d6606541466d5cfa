'use client'

import { useSyncExternalStore } from 'react'
import { PREFERENCE_EVENT, PREFERENCES, type Preference, type PreferenceValue } from './preferences'

function subscribe(changed: () => void): () => void {
  window.addEventListener(PREFERENCE_EVENT, changed)
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener(PREFERENCE_EVENT, changed)
    window.removeEventListener('storage', changed)
  }
}

/** What is chosen now. Browsers that keep nothing for a page (private windows, policies) leave everything as by default. */
export function readPreference<P extends Preference>(name: P): PreferenceValue<P> {
  const values: readonly PreferenceValue<P>[] = PREFERENCES[name]
  const stored = storedValue(name)
  const known = values.find((value) => value === stored) ?? values[0]
  if (known === undefined) throw new Error(`The preference ${name} has no values.`)
  return known
}

function storedValue(name: Preference): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps the choice and puts it in force in every tab. Where the browser refuses to keep it, nothing changes. */
export function choosePreference<P extends Preference>(name: P, value: PreferenceValue<P>): void {
  try {
    if (value === PREFERENCES[name][0]) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch (error) {
    console.warn(error)
  }
  window.dispatchEvent(new Event(PREFERENCE_EVENT))
}

/** A preference as state; on the server it is as by default. */
export function usePreference<P extends Preference>(name: P): PreferenceValue<P> {
  return useSyncExternalStore(
    subscribe,
    () => readPreference(name),
    () => PREFERENCES[name][0],
  )
}
