import type { Locator, Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { ready } from './ready'

/** `/records/[id]/edit` and `/records/new` */
export class EditPage {
  readonly data: Locator
  readonly review: Locator
  readonly reviewed: Locator
  readonly conflict: Locator
  readonly save: Locator

  private constructor(readonly page: Page) {
    this.data = page.getByRole('textbox', { name: 'Data as JSON' })
    this.review = page.getByRole('button', { name: 'Review change' })
    this.reviewed = page.getByRole('dialog', { name: 'Review your change' })
    this.conflict = page.getByRole('dialog', { name: 'Someone else changed this meanwhile' })
    this.save = this.reviewed.getByRole('button', { name: 'Save' })
  }

  /** The page that is there already, or on its way. */
  static async on(page: Page): Promise<EditPage> {
    await page.getByRole('heading', { level: 1, name: /^(Edit|New) record$/ }).waitFor()
    const edit = new EditPage(page)
    const asJson = page.getByRole('button', { name: 'JSON', exact: true })
    await asJson.or(edit.data).first().waitFor()
    if (await asJson.isVisible()) await asJson.click()
    await edit.data.waitFor()
    return edit
  }

  static async open(page: Page, id: string): Promise<EditPage> {
    await page.goto(routes.recordEdit(id))
    await ready(page)
    return EditPage.on(page)
  }

  async write(text: string): Promise<void> {
    await this.data.fill(text)
  }
}
