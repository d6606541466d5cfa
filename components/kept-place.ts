/** What a person leaves behind at an address, and finds again on Back. */
interface KeptPlace {
  /** How far the page was scrolled, in pixels, and the part of it that scrolls by itself. */
  page: number
  part: { top: number; left: number }
  /** Ids of the selected rows. */
  selected: readonly string[]
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
  return window.location.pathname + window.location.search
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
