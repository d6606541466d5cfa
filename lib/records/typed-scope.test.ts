import { expect, it } from 'vitest'
import { typedScope } from './typed-scope'

it.each([
  ['entityType:CONTACT', { by: 'type', value: 'contact' }],
  ['status:ACTIVE (entityType:"Contact" data.a:1)', { by: 'type', value: 'contact' }],
  ['entity.type:DEAL ada', { by: 'type', value: 'deal' }],
  ['entityType:CONTACT entity.id:e1', { by: 'entity', value: 'e1' }],
  ['', null],
  ['status:ACTIVE', null],
  ['entityType:*', null],
  ['entityType:CON*', null],
  ['-entityType:CONTACT', null],
  ['entityType:CONTACT OR status:ACTIVE', null],
  ['entityType:(CONTACT OR DEAL)', null],
  ['(entityType:CONTACT OR entityType:DEAL) status:ACTIVE', null],
  ['entityType:null', null],
  ['entityType:CONTACT (', null],
])('of %j is one type only where every row must be of it', (q, scope) => {
  expect(typedScope(q)).toEqual(scope)
})
