import { type RefObject, useEffect, useEffectEvent } from 'react'
import { useWasOnPage } from '../was-on-page'

/** Selects the rows that were ticked before the scripts came: React leaves the ticks and knows nothing of them (facebook/react#12955). */
export function useEarlyTicks(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  selection: { ids: ReadonlySet<string>; choose: (ids: readonly string[]) => void },
): void {
  const wasOnPage = useWasOnPage()
  const chooseTicked = useEffectEvent(() => {
    if (!wasOnPage || selection.ids.size > 0) return
    if (scroller.current?.querySelector('thead input:checked')) return selection.choose(ids)
    const ticked = new Set(
      [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row]:has(input:checked)') ?? [])].map(
        ({ dataset }) => dataset.row,
      ),
    )
    if (ticked.size > 0) selection.choose(ids.filter((id) => ticked.has(id)))
  })
  useEffect(() => chooseTicked(), [])
}
