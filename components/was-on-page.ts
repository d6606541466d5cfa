import { useState, useSyncExternalStore } from 'react'

/** Whether what calls it was in the HTML of the page, so that it could be scrolled, ticked or typed into before its scripts came. */
export function useWasOnPage(): boolean {
  const [wasOnPage] = useState(useSyncExternalStore(unchanging, inBrowser, inHtml))
  return wasOnPage
}

const unchanging = () => () => undefined
const inBrowser = () => false
const inHtml = () => true
