import type { Page } from '@playwright/test'
import { addStyle } from '@/lib/cli/add-style'

/** What WCAG 1.4.12 lets a person set: nothing may be lost by it. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`

export function spaceText(page: Page) {
  return addStyle(page, TEXT_SPACING)
}

/** What is wider than the window and cannot be scrolled to: the page itself, and each control. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean => {
      if (element === null) return false
      const { overflowX, clip, textOverflow } = getComputedStyle(element)
      // Said to a screen reader only.
      if (clip !== 'auto') return true
      // Shortened on purpose, with a sign that it is; the whole stands where the link leads.
      if (textOverflow === 'ellipsis') return true
      return (
        (/auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth) || scrolls(element.parentElement)
      )
    }
    const page = document.documentElement.scrollWidth - window.innerWidth
    const controls = [...document.querySelectorAll('a[href], button, input, select, summary, h1, h2')]
      .filter((control) => control.checkVisibility() && !scrolls(control))
      .filter((control) => {
        const { left, right, width } = control.getBoundingClientRect()
        const isClipped = /^(H1|H2|BUTTON)$/.test(control.tagName) && control.scrollWidth > control.clientWidth + 1
        return width > 0 && (left < -1 || right > window.innerWidth + 1 || isClipped)
      })
    return [
      ...(page > 0 ? [`the page, by ${page} px`] : []),
      ...controls.map((control) => control.outerHTML.slice(0, 160)),
    ]
  })
}

/** Buttons and fields that are smaller than 24 by 24 CSS pixels (WCAG 2.5.8); axe looks at links, which may be small with space around. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, summary, [role^="menuitem"]')]
      .filter((control) => control.checkVisibility() && getComputedStyle(control).clip === 'auto')
      .filter((control) => {
        // A press on a label is a press on what it names.
        const target = control.closest('label') ?? control
        const { width, height } = target.getBoundingClientRect()
        return width > 0 && (width < 24 || height < 24)
      })
      .map((control) => control.outerHTML.slice(0, 160)),
  )
}
