import { expect, type Locator, type Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { ready } from './ready'

/** `/records` */
export class RecordsPage {
  /** Rows of records, without the row of headings. */
  readonly rows: Locator
  readonly filter: Locator

  private constructor(readonly page: Page) {
    this.rows = page.getByRole('table').locator('tbody').getByRole('row')
    this.filter = page.getByRole('combobox', { name: 'Filter' })
  }

  static async open(page: Page, query: Record<string, string> = {}): Promise<RecordsPage> {
    await page.goto(routes.records(query))
    await ready(page)
    return new RecordsPage(page)
  }

  /** The ids of the rows shown, in their order; the column `id` must be among those shown. */
  async ids(): Promise<string[]> {
    const cells = await this.rows.locator('td[data-label="Id"]').allTextContents()
    return cells.map((cell) => cell.trim())
  }

  /** Comes to the first row by keyboard, as soon as the table listens. */
  async enterRows(): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('k')
      await expect(this.rows.first()).toBeFocused({ timeout: 500 })
    }).toPass()
  }

  /** Comes to the filter by keyboard, likewise. */
  async enterFilter(): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('/')
      await expect(this.filter).toBeFocused({ timeout: 500 })
    }).toPass()
  }

  async selectAll(): Promise<void> {
    await this.page.getByRole('checkbox', { name: /select all/i }).check()
  }

  async bulk(verb: 'Soft-delete' | 'Restore'): Promise<void> {
    await this.page.getByRole('button', { name: verb }).click()
  }
}
