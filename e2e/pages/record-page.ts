import type { Locator, Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { ready } from './ready'

/** `/records/[id]` */
export class RecordPage {
  readonly softDeleteButton: Locator
  readonly restoreButton: Locator
  readonly data: Locator

  private constructor(readonly page: Page) {
    this.softDeleteButton = page.getByRole('button', { name: 'Soft-delete' })
    this.restoreButton = page.getByRole('button', { name: 'Restore' })
    this.data = page.getByRole('region', { name: 'Data' })
  }

  static async open(page: Page, id: string): Promise<RecordPage> {
    await page.goto(routes.record(id))
    await ready(page)
    return new RecordPage(page)
  }

  async softDelete(): Promise<void> {
    await this.softDeleteButton.click()
  }
}
