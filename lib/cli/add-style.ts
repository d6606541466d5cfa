import type { Page } from '@playwright/test'

/** Styles a page for a picture or a test. Not by an element, which the page's policy refuses as it would anyone's. */
export function addStyle(page: Page, text: string): Promise<void> {
  return page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
  }, text)
}
