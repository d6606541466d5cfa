/** What a person leaves behind at an address, and finds again on Back. */
interface KeptPlace {
  /** How far the page was scrolled, in pixels, and the part of it that scrolls by itself. */
  page: number
  part: { top: number; left: number }
  /** The selected rows by their ids, those of other pages of the list among them. */
  selected: readonly (readonly [id: string, row: unknown])[]
  /** A CSS selector of what had the focus. */
  focus: string | null
}

// In memory only: addresses hold filters, and nothing of what a person looked for should outlive the tab.
const places = new Map<string, Partial<KeptPlace>>()
let returnedTo: string | null = null

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    returnedTo = currentAddress()
  })
}

export function currentAddress(): string {
  return placeOf(window.location.pathname, window.location.search)
}

/** The address without what is open beside the page: with a peek and without it a person is at the same place. */
export function placeOf(pathname: string, search: string): string {
  return `${pathname}?${withoutParameter(search, 'peek')}`
}

/** The query of an address without one parameter; the rest stays as it was written. */
export function withoutParameter(search: string, name: string): string {
  const pairs = search.replace(/^\?/, '').split('&')
  return pairs.filter((pair) => pair !== '' && pair !== name && !pair.startsWith(`${name}=`)).join('&')
}

export function keep(change: Partial<KeptPlace>): void {
  const address = currentAddress()
  places.set(address, { ...places.get(address), ...change })
}

/** What was kept at the present address by an earlier visit. */
export function keptHere(): Partial<KeptPlace> {
  return places.get(currentAddress()) ?? {}
}

/** Told of every arrival: going on from where Back led to is no return any more. */
export function noteArrival(): void {
  if (returnedTo !== currentAddress()) returnedTo = null
}

/** Whether Back or Forward led to the present address. False on the server. */
export function isReturn(): boolean {
  return returnedTo !== null && returnedTo === currentAddress()
}
