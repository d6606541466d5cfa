import { placeOf } from './kept-draft'

/** What was typed into a form, for the page that comes after a reload: of this tab and address only, and nothing that is secret or large. */
const PLACE = 'mastra-admin:input:'
const LONGEST = 20_000

/** Keeps the named fields of a form until it is filled in again. Passwords and files are not kept. */
export function keepInput(name: string, form: HTMLFormElement): void {
  const fields = fieldsOf(form).map((field) => [field.name, field.value])
  const text = JSON.stringify(fields)
  if (fields.length > 0 && text.length <= LONGEST) sessionStorage.setItem(placeOf(name, PLACE), text)
}

/** Fills in what was kept, once. */
export function fillInKept(name: string, form: HTMLFormElement): void {
  const text = sessionStorage.getItem(placeOf(name, PLACE))
  if (text === null) return
  sessionStorage.removeItem(placeOf(name, PLACE))
  const kept = new Map<string, string>(JSON.parse(text))
  for (const field of fieldsOf(form)) {
    const value = kept.get(field.name)
    if (value === undefined || value === field.value) continue
    // React hears of it as of something typed.
    const prototype = Object.getPrototypeOf(field)
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (field): field is Field =>
      (field instanceof HTMLTextAreaElement && field.name !== '') ||
      (field instanceof HTMLSelectElement && field.name !== '') ||
      (field instanceof HTMLInputElement &&
        field.name !== '' &&
        /^(text|email|search|url|tel|number|date|datetime-local)$/.test(field.type)),
  )
}
