import { useEffect, useEffectEvent } from 'react'

/** What was being written, for the page that comes after a reload: of this tab, this address and this person only, whom `browser-keeps` looks after. */
const PLACE = 'mastra-admin:draft:'
/** Characters; a browser has room for about five million, for everything. */
const LONGEST = 500_000

/** Keeps a draft until the page of this address is made again. No secret may be in it. Returns whether there was room. */
export function keepDraft(name: string, draft: unknown): boolean {
  const text = JSON.stringify(draft)
  if (text.length > LONGEST) return false
  try {
    sessionStorage.setItem(placeOf(name), text)
    return true
  } catch (error) {
    // The browser has no room left, or keeps nothing for a page.
    console.warn(error)
    return false
  }
}

/** Hears, once and after the page has come to life, what was kept here; it is then forgotten. An older version of the app may have written it. */
export function useKeptDraft(name: string, restore: (draft: unknown) => void): void {
  const found = useEffectEvent(restore)
  useEffect(() => {
    const draft = takeDraft(name)
    if (draft !== undefined) found(draft)
  }, [name])
}

function takeDraft(name: string): unknown {
  try {
    const text = sessionStorage.getItem(placeOf(name))
    if (text === null) return undefined
    sessionStorage.removeItem(placeOf(name))
    return JSON.parse(text)
  } catch (error) {
    console.warn(error)
    return undefined
  }
}

/** The same form stands at many addresses, about a thing of its own at each. */
export function placeOf(name: string, place = PLACE): string {
  return `${place}${window.location.pathname}${window.location.search}:${name}`
}
