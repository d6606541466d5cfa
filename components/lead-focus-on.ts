import { currentAddress } from './kept-place'

const STOPS = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]'
/** The row of a table that is in the tab order stands for the table. */
const CURRENT_ROW = '[data-row][tabindex="0"]'
const HEADING = 'h2[tabindex="-1"], h1[tabindex="-1"]'

/**
 * A ref for the button of a verb. A verb often takes away the button that it was started with, and the focus would go with it; then it is
 * led on to what stands in the button's place, else to what is nearest: the next of its kind, the row, the heading.
 */
export function leadFocusOn(button: HTMLElement | null): (() => void) | undefined {
  if (button === null) return undefined
  let focusedAt = ''
  const note = () => {
    focusedAt = currentAddress()
  }
  button.addEventListener('focus', note)
  return () => {
    button.removeEventListener('focus', note)
    if (document.activeElement !== button) return
    const successor = rememberPlace(button)
    queueMicrotask(() => {
      // Another page says itself where the focus goes.
      if (!button.isConnected && currentAddress() === focusedAt) successor()?.focus()
    })
  }
}

/** Notes what is around the button while it is there; the function returned finds what is nearest when it is gone. */
function rememberPlace(button: HTMLElement): () => HTMLElement | undefined {
  const around: HTMLElement[] = []
  for (let part = button.parentElement; part !== null && part !== document.body; part = part.parentElement)
    around.push(part)
  const stops = stopsIn(document.body)
  const place = stops.indexOf(button)
  const name = button.textContent

  return () => {
    for (const part of around) {
      if (!part.isConnected) continue
      const now = stopsIn(part)
      const replacement = part === around[0] ? now.find((stop) => !stops.includes(stop)) : undefined
      const after = now.filter((stop) => stops.indexOf(stop) > place)
      const next = after.find((stop) => stop.textContent === name) ?? after[0]
      const nearest =
        replacement ??
        next ??
        part.querySelector<HTMLElement>(CURRENT_ROW) ??
        now.at(-1) ??
        part.querySelector<HTMLElement>(HEADING)
      if (nearest) return nearest
    }
    return undefined
  }
}

function stopsIn(part: HTMLElement): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility())
}
