import { expect, it } from 'vitest'
import { typedScope } from './typed-scope'

it.each([
  ['entityType:CONTACT', { by: 'type', value: 'contact' }],
  ['status:ACTIVE (entityType:"Contact" data.a:1)', { by: 'type', value: 'contact' }],
  ['entity.type:DEAL ada', { by: 'type', value: 'deal' }],
  ['entityType:CONTACT entity.id:e1', { by: 'entity', value: 'e1' }],
  [
    'entityType:CONTACT connection.name:HUBSPOT',
    { by: 'type', value: 'contact', from: { by: 'integration', value: 'hubspot' } },
  ],
  [
    'source:HUBSPOT entityType:CONTACT',
    { by: 'type', value: 'contact', from: { by: 'integration', value: 'hubspot' } },
  ],
  [
    'entityType:CONTACT connection.id:C1 source:X',
    { by: 'type', value: 'contact', from: { by: 'connection', value: 'C1' } },
  ],
  [
    'entityType:CONTACT connection.connectionId:User-1',
    { by: 'type', value: 'contact', from: { by: 'customer', value: 'user-1' } },
  ],
  ['entityType:CONTACT -source:HUBSPOT', { by: 'type', value: 'contact' }],
  ['entityType:CONTACT source:HUB*', { by: 'type', value: 'contact' }],
  ['source:HUBSPOT', null],
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
