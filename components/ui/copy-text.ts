import { toast } from './toast'

/** Puts `text` on the clipboard and says so, for the eye and for screen readers. `what` goes into "Copied the …". */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await writeClipboard(text)
    toast.success(`Copied the ${what}.`, { duration: 3_000 })
  } catch {
    toast.error(`The browser did not allow copying the ${what}.`)
  }
}

/**
 * Puts `text` on the clipboard; rejects when the browser refuses. Browsers give the clipboard only to pages from https or localhost;
 * an installation inside a company may be neither, so the old way is tried there.
 */
export async function writeClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  const focused = document.activeElement
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  if (!done) throw new Error('The browser refused to copy.')
}
