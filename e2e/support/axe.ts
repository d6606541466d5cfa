import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Every level that is claimed, and what axe calls best practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Menus and tooltips stand at the end of the page, belong to their buttons by `aria-controls` and `-describedby`, and need no landmark. */
const isPopper = (rule: string, html: string) =>
  rule === 'region' && (html.includes('data-radix-popper-co') || html.startsWith('<div id="tooltip" role="tooltip"'))

/** What axe finds on the page as it stands, one line each, by day and by night; between the two only colours differ. */
export async function violationsOn(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.evaluate(drawRowsOutOfSight)
  // Where a page is made anew the title is taken away, and comes again a moment later.
  await expect(page).toHaveTitle(/./)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor()
    await page.evaluate(transitionsOver)
    // In the page itself: there are no frames, for whose sake axe would open another page each time.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(TAGS)
      : axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze()
    for (const { id, nodes } of violations)
      for (const { html, failureSummary } of nodes)
        if (!isPopper(id, html))
          found.push(`${colorScheme}, ${id}: ${html.slice(0, 200)} ${failureSummary?.replaceAll(/\s+/g, ' ')}`)
  }
  return found
}

/** The colours of what the browser leaves undrawn stay those of the other theme until it comes into sight. */
function drawRowsOutOfSight(): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-row]')) row.style.contentVisibility = 'visible'
}

/**
 * Resolves when no colour is on its way to another: on a busy machine text may still have that of the night before the ground of the day. Where
 * motion is reduced everything has a transition of a millisecond, and what inherits a colour begins its own when that of its parent has ended,
 * so that two frames have to pass without one.
 */
async function transitionsOver(): Promise<void> {
  for (let calm = 0; calm < 2; ) {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    calm = transitions.length === 0 ? calm + 1 : 0
    await Promise.allSettled(transitions.map(({ finished }) => finished))
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}
