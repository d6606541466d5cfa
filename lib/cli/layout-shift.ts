import type { Page } from '@playwright/test'

interface ShiftEntry extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
}

/** How much of the page moved by itself since it was opened, as browsers score it, and what moved. */
export async function layoutShift(page: Page): Promise<{ shift: number; moved: string[] }> {
  return page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((rest) => requestAnimationFrame(() => requestAnimationFrame(rest)))
    const observer = new PerformanceObserver(() => undefined)
    observer.observe({ type: 'layout-shift', buffered: true })
    const isShift = (entry: PerformanceEntry): entry is ShiftEntry => 'hadRecentInput' in entry && !entry.hadRecentInput
    const entries = observer.takeRecords().filter(isShift)
    const shown = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ')
    const named = (node: Node | null) =>
      node instanceof Element ? `${node.tagName.toLowerCase()} ${node.className}`.slice(0, 60) : (node?.nodeName ?? '?')
    return {
      shift: entries.reduce((sum, { value }) => sum + value, 0),
      moved: entries.flatMap(({ startTime, sources }) =>
        sources.map(
          ({ node, previousRect, currentRect }) =>
            `after ${Math.round(startTime)} ms: ${named(node)} from ${shown(previousRect)} to ${shown(currentRect)}`,
        ),
      ),
    }
  })
}
