/** The row of a table that has this id, if it is on the page. */
export function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
}

/** The id of the row that this element is, or is in. */
export function rowIdOf(element: Element | null | undefined): string | undefined {
  return element?.closest<HTMLElement>('[data-row]')?.dataset.row
}

/** The id of the row that comes so many rows after this one on the page; undefined where there is none. */
export function idBeside(id: string, by: number): string | undefined {
  const ids = [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => row.dataset.row)
  const place = ids.indexOf(id)
  return place < 0 ? undefined : ids[place + by]
}
