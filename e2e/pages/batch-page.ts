import { expect, type Locator, type Page } from '@playwright/test'
import { ready } from './ready'

/** `/batches/[id]` */
export class BatchPage {
  readonly title: Locator

  private constructor(readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1 })
  }

  /** The page that a bulk action leads to, once it can say what would be done. */
  static async preview(page: Page): Promise<BatchPage> {
    await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/)
    await ready(page)
    await expect(page.getByRole('main').getByText('Preview', { exact: true })).toBeVisible({ timeout: 15_000 })
    return new BatchPage(page)
  }

  async start(): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: await this.title.innerText() })
      .click()
  }

  /** Starts it and waits for its end. */
  async run(): Promise<void> {
    await this.start()
    await this.ended()
  }

  async ended(): Promise<void> {
    await expect(this.page.getByRole('main').getByText('Done', { exact: true })).toBeVisible({ timeout: 20_000 })
  }

  /** Asks what taking it back would do, all of it or where records match. */
  async undo(q = ''): Promise<BatchPage> {
    const from = this.page.url()
    await this.page.getByRole('button', { name: 'Undo…' }).click()
    await this.page.getByLabel('Only records that match').fill(q)
    await this.page.getByRole('button', { name: 'Show what would be undone' }).click()
    await this.page.waitForURL((url) => url.href !== from)
    return BatchPage.preview(this.page)
  }
}
