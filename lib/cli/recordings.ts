import type { Browser, Page } from '@playwright/test'
import type { Role } from '../auth/permissions'
import { routes } from '../routes'
import { openAt, openDemo, settled } from './demo-browser'
import { firstRowId } from './pictures'
import { READ, Recording } from './recording'

interface Recorded {
  file: string
  role: Role
  play: (page: Page, recording: Recording) => Promise<void>
}

const SIZE = { width: 1100, height: 680 }

/** What the README shows moving: from a question to its answer, and a cause that is cleared everywhere and put back. */
export const RECORDINGS: readonly Recorded[] = [
  { file: 'docs/pictures/from-question-to-answer.webp', role: 'SUPPORT', play: askWhy },
  { file: 'docs/pictures/clear-a-cause.webp', role: 'OPERATOR', play: clearCause },
]

export async function takeRecording(browser: Browser, url: string, { file, role, play }: Recorded): Promise<number> {
  const page = await openDemo(browser, url, role, SIZE)
  const recording = new Recording(page)
  await play(page, recording)
  await page.context().close()
  return recording.write(file)
}

async function askWhy(page: Page, recording: Recording): Promise<void> {
  await openAt(page, routes.records({ state: 'deleted' }))
  const id = await firstRowId(page)
  await openAt(page, routes.overview())
  await recording.frame(READ)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).waitFor()
  await recording.frame(600)
  await recording.type(id)
  const why = page.getByRole('option', { name: /Why can’t I see/ })
  await why.waitFor()
  await settled(page)
  await recording.frame(READ)
  await why.hover()
  await recording.frame(900)
  await why.click()
  await page.getByRole('region', { name: /^The record/ }).waitFor()
  await settled(page)
  await recording.frame(READ * 3)
}

async function clearCause(page: Page, recording: Recording): Promise<void> {
  await openAt(page, routes.issues({ sort: '-connections' }))
  await recording.frame(READ)
  const cause = page.locator('[data-row] a').first()
  await cause.hover()
  await recording.frame(600)
  await cause.click()
  const clear = page.getByRole('button', { name: 'Clear for all…' })
  await clear.waitFor()
  await settled(page)
  await recording.frame(READ)
  await clear.hover()
  await recording.frame(600)
  await clear.click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await settled(page)
  await recording.frame(READ * 1.5)
  await dialog.getByRole('button', { name: /^Clear/ }).click()
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.waitFor()
  await settled(page)
  await recording.frame(READ * 1.5)
  await undo.click()
  await page.getByText('Undone.').waitFor()
  await settled(page)
  await recording.frame(READ * 1.5)
}
