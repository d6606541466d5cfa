import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import type { Role } from '../auth/permissions'
import { routes } from '../routes'
import { openAt, openDemo, type Size } from './demo-browser'

interface Picture {
  file: string
  role: Role
  size: Size
  address: string | ((page: Page) => Promise<string>)
}

/** A question that support has, answered. */
const FILTERED = routes.records({
  q: 'source:HUBSPOT data.email:* createdAt:>now-30d',
  columns: 'entityType,externalId,connection.connectionId,status,createdAt,data',
})

/** Every picture of the README and of the guides. */
export const PICTURES: readonly Picture[] = [
  { file: 'docs/screenshot.png', role: 'SUPPORT', size: { width: 1440, height: 900 }, address: FILTERED },
  {
    file: 'docs/pictures/overview.png',
    role: 'OPERATOR',
    size: { width: 1280, height: 900 },
    address: routes.overview(),
  },
  { file: 'docs/pictures/why.png', role: 'SUPPORT', size: { width: 1100, height: 640 }, address: lostRecord },
  { file: 'docs/pictures/masking.png', role: 'ADMIN', size: { width: 1100, height: 560 }, address: routes.masking() },
]

/** The newest deleted record of the demo, as whoever misses it would ask for it. */
async function lostRecord(page: Page): Promise<string> {
  await openAt(page, routes.records({ state: 'deleted' }))
  return routes.why({ q: await firstRowId(page) })
}

export async function firstRowId(page: Page): Promise<string> {
  const id = await page.locator('[data-row]').first().getAttribute('data-row')
  if (id === null) throw new Error('The demo has no such record.')
  return id
}

export async function takePicture(browser: Browser, url: string, { file, role, size, address }: Picture) {
  const page = await openDemo(browser, url, role, size)
  await openAt(page, typeof address === 'string' ? address : await address(page))
  await sharp(await page.screenshot())
    .png({ palette: true, effort: 8 })
    .toFile(file)
  await page.context().close()
}
