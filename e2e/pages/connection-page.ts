import type { Locator, Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { ready } from './ready'

/** `/connections/[id]` */
export class ConnectionPage {
  readonly issues: Locator
  readonly clearAllButton: Locator

  private constructor(readonly page: Page) {
    this.issues = page.getByRole('region', { name: 'Issues' })
    this.clearAllButton = this.issues.getByRole('button', { name: 'Clear all issues' })
  }

  static async open(page: Page, id: string): Promise<ConnectionPage> {
    await page.goto(routes.connection(id))
    await ready(page)
    return new ConnectionPage(page)
  }

  clearButtonOf(message: string): Locator {
    return this.issues.getByRole('listitem').filter({ hasText: message }).getByRole('button', { name: 'Clear issue' })
  }

  /** Presses *Clear all issues* and confirms when asked. */
  async clearAll(): Promise<void> {
    await this.clearAllButton.click()
    const dialog = this.page.getByRole('alertdialog').or(this.page.getByRole('dialog'))
    await dialog.getByRole('button', { name: /Clear/ }).click()
  }
}
