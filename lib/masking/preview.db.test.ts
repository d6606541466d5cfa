import { beforeAll, expect, it } from 'vitest'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { addRule } from './add-rule'
import { previewMasking } from './preview'
import { addRuleInput } from './schema'

const admin = actorOf('ADMIN')
const partFor = (path: string, ...roles: string[]) =>
  addRule(
    admin,
    addRuleInput.parse({
      target: { kind: 'property', entityType: 'CONTACT', path },
      effect: { shown: 'part', roles },
      note: '',
    }),
  )

beforeAll(async () => {
  const test = await withTestDatabase()
  await insertEntity(test.client, { id: 'hub', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'u1' })
  const data = '{"mail":"ada@acme.example","line":"Upstairs","token":"canary"}'
  await insertRecords(test.client, [
    { id: 'ada', externalId: 'hs-1', entityType: 'CONTACT', data },
    { id: 'hs-1', entityType: 'CONTACT', data: '{"mail":"eve@acme.example"}' },
    { id: 'zoe', externalId: 'hs-2', entityType: 'CONTACT', data: '{}' },
    { id: 'huge', entityType: 'CONTACT', data: JSON.stringify({ text: 'a'.repeat(70_000) }) },
  ])
  await partFor('mail', 'SUPPORT')
  await partFor('line', 'ADMIN')
  return test.drop
})

const seenBy = async (role: 'SUPPORT' | 'OPERATOR' | 'ADMIN', named = 'ada') =>
  JSON.parse((await previewMasking(admin, named, role))?.document?.text ?? 'null')

it('shows a record as each role is shown it, and never what whoever asks is not shown', async () => {
  expect(await seenBy('SUPPORT')).toEqual({ mail: 'a•••@acme.example', line: 'U•••', token: '•••••• short' })
  expect(await seenBy('OPERATOR')).toEqual({ mail: 'ada@acme.example', line: 'U•••', token: '•••••• short' })
  expect(await seenBy('ADMIN')).toEqual(await seenBy('OPERATOR'))
})

it('finds it by its id, or else its external id, and does without a document that is too large', async () => {
  expect(await seenBy('OPERATOR', 'hs-1')).toEqual({ mail: 'eve@acme.example' })
  expect(await previewMasking(admin, 'hs-2', 'SUPPORT')).toMatchObject({ id: 'zoe', externalId: 'hs-2' })
  expect(await previewMasking(admin, 'huge', 'SUPPORT')).toMatchObject({ id: 'huge', document: null })
  for (const none of ['hs-3', '', '\u0000', 'x'.repeat(300)])
    expect(await previewMasking(admin, none, 'SUPPORT')).toBeNull()
})

it.each(['SUPPORT', 'OPERATOR'] as const)('is not for %s', (role) =>
  expect(previewMasking(actorOf(role), 'ada', 'SUPPORT')).rejects.toMatchObject({ code: 'FORBIDDEN' }),
)
