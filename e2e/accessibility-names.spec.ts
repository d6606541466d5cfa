import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { openWhole } from './pages/every-page'
import { RecordPage } from './pages/record-page'
import { RecordsPage } from './pages/records-page'

test('a list is read as a table: its headings with their order, its rows by name', async ({ as, seed }) => {
  const connection = await seed.connection({ name: 'GITHUB', connectionId: `${seed.mark}-user` })
  await seed.record({ entityId: await seed.entity(connection), externalId: 'ada-1', data: '{"name": "Ada"}' })
  const { page } = await RecordsPage.open(await as('OPERATOR'), {
    q: `entityType:${seed.mark}`,
    columns: 'externalId,status,createdAt',
  })
  await expect(page.getByRole('region', { name: 'Records' })).toMatchAriaSnapshot(`
    - region "Records":
      - table "Records":
        - rowgroup:
          - row:
            - columnheader:
              - checkbox "Select all rows on this page"
            - columnheader "External id"
            - columnheader /Status/
            - columnheader /Created/
        - rowgroup:
          - row /ada-1/:
            - cell:
              - checkbox "Select ${seed.mark} ada-1"
            - cell /ada-1/:
              - button "Peek at ${seed.mark} ada-1"
            - cell "Active":
              - link "Active"
            - cell /ago|now/
  `)
  await page.getByRole('columnheader', { name: 'Created' }).getByRole('link').click()
  await expect(page.getByRole('columnheader', { name: 'Created' })).toHaveAttribute('aria-sort', 'ascending')
})

test('a record is read as regions under one heading, its document as a tree', async ({ as, seed }) => {
  const id = await seed.record({ externalId: 'ada-1', data: '{"name": "Ada", "list": [1]}' })
  const page = await as('OPERATOR')
  await openWhole(page, routes.record(id))
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - navigation "Breadcrumbs":
        - list:
          - listitem:
            - link "Records"
      - heading "${seed.mark} Ada ada-1" [level=1]
      - button "Soft-delete"
      - region "Record":
        - heading "Record" [level=2]
      - region "Data":
        - heading "Data" [level=2]
        - searchbox "Search in this document"
        - button "Copy all"
        - tree "Document":
          - treeitem "2 keys" [expanded] [level=1] [selected]
          - treeitem /list . 1 item/ [expanded] [level=2]
          - treeitem /0 . 1/ [level=3]
          - treeitem /name . "Ada"/ [level=2]
  `)
})

test('a menu, a window and a message are read as such', async ({ as, seed }) => {
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, await seed.record())
  await page.getByRole('button', { name: /^Account of/ }).press('Enter')
  await expect(page.getByRole('menu')).toMatchAriaSnapshot(`
    - menu /Account of/:
      - group:
        - menuitemradio "Like the system" [checked]
        - menuitemradio "Light"
        - menuitemradio "Dark"
      - group:
        - menuitemradio "Comfortable" [checked]
        - menuitemradio "Compact"
      - menuitem "Your account"
      - menuitem "API tokens"
      - menuitem "Take the tour"
      - menuitem "Keyboard shortcuts"
      - menuitem "Sign out"
  `)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Keyboard shortcuts":
      - heading "Keyboard shortcuts" [level=2]
      - button "Close"
      - region "Go to":
        - heading "Go to" [level=3]
        - list:
          - listitem: /Overview/
      - checkbox "Use keyboard shortcuts in this browser" [checked]
  `)
  await page.keyboard.press('Escape')
  await record.softDelete()
  // Polite, so that it does not interrupt; the key that leads there is part of its name.
  const messages = page.locator('section[aria-live="polite"]')
  await expect(messages).toMatchAriaSnapshot(`
    - region /Notifications/:
      - list:
        - listitem:
          - button "Close toast"
          - text: /[Ss]oft-deleted/
          - button "Undo"
  `)
})
