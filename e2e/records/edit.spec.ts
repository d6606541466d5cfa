import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { EditPage } from '../pages/edit-page'
import { ready } from '../pages/ready'
import { RecordPage } from '../pages/record-page'
import { violationsOn } from '../support/axe'

const DATA = '{"name": "Ada", "big": 12345678901234567890, "city": "London", "api_key": "do-not-show"}'

test('an operator changes a key, sees the change before it is saved, and takes it back from the toast', async ({
  as,
  seed,
}) => {
  const id = await seed.record({ data: DATA })
  const page = await as('OPERATOR')
  await RecordPage.open(page, id)
  await page.getByRole('link', { name: 'Edit' }).click()
  const edit = await EditPage.on(page)
  await expect(edit.data).not.toContainText('do-not-show')

  await edit.write('{"name": "Ada" "x": 1}')
  await expect(page.getByText('Line 1, column 16:')).toBeVisible()
  await expect(edit.review).toBeDisabled()
  await edit.write(
    '{"name": "Eve", "big": 12345678901234567890, "city": "London", "api_key": "•••••• medium", "n": 1.50}',
  )
  expect(await violationsOn(page)).toEqual([])
  await edit.review.click()
  await expect(edit.reviewed.getByRole('row', { name: /data.name/ })).toContainText('"Eve"')
  await expect(edit.reviewed).not.toContainText('big')
  expect(await violationsOn(page)).toEqual([])
  await edit.save.click()

  await expect(page.getByText('Saved 2 keys.')).toBeVisible()
  const saved = await seed.dataOf(id)
  for (const part of ['"name": "Eve"', '"n": 1.50', '12345678901234567890', 'do-not-show'])
    expect(saved).toContain(part)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  expect(await seed.dataOf(id)).toContain('"name": "Ada"')
  expect((await seed.auditOf(id)).map(({ action }) => action)).toEqual(['record.edit', 'record.edit'])
})

test('a value is changed from where it is read, and there it is selected in the editor', async ({ as, seed }) => {
  const id = await seed.record({ data: '{"name": "Ada", "address": {"city": "London"}, "api_key": "do-not-show"}' })
  const page = await as('OPERATOR')
  const { data } = await RecordPage.open(page, id)
  const change = data.getByRole('link', { name: 'Change value' })
  await data.getByRole('treeitem', { name: /^api_key/ }).click()
  await expect(data.getByRole('button', { name: 'Copy value' })).toBeVisible()
  await expect(change).toHaveCount(0)
  await data.getByRole('treeitem', { name: /^city/ }).click()
  expect(await violationsOn(page)).toEqual([])
  await change.click()
  const edit = await EditPage.on(page)
  await expect(edit.data).toBeFocused()
  await page.keyboard.type('Oslo')
  await edit.review.click()
  await expect(edit.reviewed.getByRole('row', { name: /data.address/ })).toContainText('"Oslo"')
  await edit.save.click()
  await expect(page.getByText('Saved 1 key.')).toBeVisible()
  expect(await seed.dataOf(id)).toContain('"city": "Oslo"')
})

test('what a sync wrote to the same key meanwhile is shown beside both, and to others is kept', async ({
  as,
  seed,
}) => {
  const id = await seed.record({ data: DATA })
  const page = await as('OPERATOR')
  const edit = await EditPage.open(page, id)
  await edit.write('{"name": "Eve", "big": 1, "city": "Rome", "api_key": "•••••• medium"}')
  await edit.review.click()
  await seed.syncData(id, '{"name": "Grace", "city": "Paris", "other": true}')
  await edit.save.click()

  await expect(edit.conflict).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  expect(await seed.dataOf(id)).toContain('"name": "Grace"')
  await edit.conflict.getByRole('group', { name: 'data.name' }).getByRole('radio', { name: /Yours/ }).check()
  await edit.conflict
    .getByRole('group', { name: 'data.city' })
    .getByRole('radio', { name: /Theirs/ })
    .check()
  await edit.conflict.getByRole('button', { name: 'Merge and review' }).click()
  await expect(edit.reviewed.getByRole('row', { name: /data.name/ })).toContainText('"Grace"')
  await edit.save.click()
  await expect(page.getByText('Saved 2 keys.')).toBeVisible()
  const saved = await seed.dataOf(id)
  for (const part of ['"name": "Eve"', '"big": 1,', '"city": "Paris"', '"other": true', 'do-not-show'])
    expect(saved).toContain(part)
})

test('what is masked cannot be changed, and leaving with changes asks', async ({ as, seed }) => {
  const id = await seed.record({ data: DATA })
  const page = await as('OPERATOR')
  await RecordPage.open(page, id)
  await page.getByRole('link', { name: 'Edit' }).click()
  const edit = await EditPage.on(page)
  await edit.write('{"name": "Ada", "big": 12345678901234567890, "city": "London", "api_key": "mine"}')
  await expect(page.getByText('A masked value was changed.')).toBeVisible()
  await expect(edit.review).toBeDisabled()
  await page.getByRole('link', { name: 'Cancel' }).click()
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(edit.data).toContainText('mine')
  await page.evaluate(() => window.history.back())
  await question.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(routes.record(id))
})

test('the properties of its entity make a form, which is another view of the same document', async ({ as, seed }) => {
  const entityId = await seed.entity(await seed.connection())
  await seed.property(entityId, 'name', { displayName: 'Full name' })
  await seed.property(entityId, 'score', { displayName: 'Score', type: 'NUMBER', order: 1 })
  const id = await seed.record({ entityId, data: '{"name": "Ada", "score": 1, "api_key": "do-not-show"}' })
  const page = await as('OPERATOR')
  await page.goto(routes.recordEdit(id))
  await ready(page)
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Score').fill('1,5')
  await expect(page.getByText('This is not a number.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Review change' })).toBeDisabled()
  await page.getByLabel('Score').fill('1.50')
  await page.getByLabel('Full name').fill('Ada Lovelace')
  const edit = await EditPage.on(page)
  await expect(edit.data).toContainText('"score": 1.50')
  await edit.write('{"name": "Countess", "score": 1.50, "api_key": "•••••• medium"}')
  await page.getByRole('button', { name: 'Form' }).click()
  await expect(page.getByLabel('Full name')).toHaveValue('Countess')
  await edit.review.click()
  await edit.save.click()
  await expect(page.getByText('Saved 2 keys.')).toBeVisible()
  expect(await seed.dataOf(id)).toBe('{"name": "Countess", "score": 1.50, "api_key": "do-not-show"}')
})

test('the trail goes back to an earlier entry over all later ones', async ({ as, seed }) => {
  const id = await seed.record({ data: '{"name": "A"}' })
  const page = await as('OPERATOR')
  for (const [name, next] of [
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'D'],
  ]) {
    const edit = await EditPage.open(page, id)
    await expect(edit.data).toContainText(`"name": "${name}"`)
    await edit.write(`{"name": "${next}"}`)
    await edit.review.click()
    await edit.save.click()
    await page.waitForURL(routes.record(id))
  }
  const trail = page.getByRole('region', { name: 'Audit trail' }).getByRole('listitem')
  const first = trail.filter({ has: page.getByRole('button', { name: 'Revert to this' }) }).last()
  await expect(first).toContainText('A')
  // What comes late above the trail moves it, and a press that has begun would end beside the button.
  await expect(page.getByRole('figure', { name: 'What happened to this record' })).toBeVisible()
  await first.getByRole('button', { name: 'Revert to this' }).click()
  await expect(page.getByText('Put back 1 key.')).toBeVisible()
  expect(await seed.dataOf(id)).toBe('{"name": "B"}')
  expect(await seed.auditOf(id)).toHaveLength(4)

  await seed.syncData(id, '{"name": "S"}')
  // By key: that a sync has changed the record is said above at any moment now, which moves the button from under a pointer.
  const again = trail.getByRole('button', { name: 'Revert to this' }).last()
  // While the page is on its way that the last press changed, the button hears nothing.
  await expect(again).toBeEnabled()
  await again.press('Enter')
  await expect(page.getByText(/Something else has changed these values/)).toBeVisible()
  expect(await seed.dataOf(id)).toBe('{"name": "S"}')
})

test('a record is made by hand for an entity, with a warning of a live twin', async ({ as, seed }) => {
  const connection = await seed.connection()
  const entityId = await seed.entity(connection)
  const externalId = `${seed.mark}-x`
  await seed.record({ entityId, externalId })
  const page = await as('OPERATOR')
  await page.goto(routes.connection(connection))
  await ready(page)
  await page.getByRole('link', { name: 'New record' }).click()
  const edit = await EditPage.on(page)
  await edit.write('{"name": "by hand", "n": 12345678901234567890}')
  await page.getByLabel('External id').fill(externalId)
  const create = page.getByRole('button', { name: 'Create record' })
  await create.click()
  const warning = page.getByRole('dialog', { name: 'A live twin exists' })
  await expect(warning).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await warning.getByRole('button', { name: 'Keep editing' }).click()
  await page.getByLabel('External id').fill(`${externalId}2`)
  await create.click()
  await expect(page.getByText('Created the record.')).toBeVisible()
  await page.waitForURL(/\/records\/c[a-z0-9]{24}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await seed.dataOf(id)).toBe('{"n": 12345678901234567890, "name": "by hand"}')
  expect((await seed.auditOf(id)).map(({ action }) => action)).toEqual(['record.create'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible()
})

test('support is offered no new record and shown no form for one, an operator is', async ({ as, seed }) => {
  const connection = await seed.connection()
  const entityId = await seed.entity(connection)
  const page = await as('SUPPORT')
  await page.goto(routes.connection(connection))
  await ready(page)
  await expect(page.getByRole('link', { name: 'New record' })).toHaveCount(0)
  expect((await page.goto(routes.recordNew({ entityId })))?.status()).toBe(403)
  const operator = await as('OPERATOR')
  expect((await operator.goto(routes.recordNew({ entityId })))?.status()).toBe(200)
  await operator.goto(routes.records({ q: `entity.id:${entityId}` }))
  await ready(operator)
  await expect(operator.getByRole('link', { name: 'New record' })).toBeVisible()
  expect((await operator.goto(routes.recordNew({ entityId: 'gone' })))?.status()).toBe(404)
})

test('support is offered no editor and shown none, an operator is', async ({ as, seed }) => {
  const id = await seed.record({ data: DATA })
  const page = await as('SUPPORT')
  await RecordPage.open(page, id)
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0)
  await page.getByRole('treeitem', { name: /^city/ }).click()
  await expect(page.getByRole('button', { name: 'Copy value' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Change value' })).toHaveCount(0)
  expect((await page.goto(routes.recordEdit(id)))?.status()).toBe(403)
  expect((await page.request.get(routes.recordState(id))).status()).toBe(403)
  const operator = await as('OPERATOR')
  expect((await operator.goto(routes.recordEdit(id)))?.status()).toBe(200)
  const state = await operator.request.get(routes.recordState(id))
  expect(state.status()).toBe(200)
  expect(await state.text()).not.toContain('do-not-show')
  await ready(operator)
})
