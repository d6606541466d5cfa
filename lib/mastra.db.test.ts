import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, withTestDatabase } from './db/test-database'
import { mastra } from './mastra'

describe('mastra.dataLayer.db', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await withTestDatabase({ asOwner: true })
  })
  afterAll(() => test.drop())

  it('is the client that Mastra documents, over all five of its models', async () => {
    const { db } = mastra.dataLayer
    const connection = await db.connection.create({
      data: {
        name: 'GITHUB',
        connectionId: 'user-1',
        credential: { create: { type: 'OAUTH', value: { access_token: 'x' }, scope: ['repo'] } },
        entities: {
          create: {
            type: 'ISSUE',
            createdBy: 'SYNC',
            properties: {
              create: {
                name: 'address',
                displayName: 'Address',
                type: 'COMPOSITE',
                order: 1,
                compositeProperty: {
                  create: { name: 'city', displayName: 'City', type: 'SINGLE_LINE_TEXT', order: 1 },
                },
              },
            },
            records: { create: { entityType: 'ISSUE', externalId: '1', data: { title: 'Broken' } } },
          },
        },
      },
      include: {
        credential: true,
        entities: { include: { properties: { include: { compositeProperty: true } }, records: true } },
      },
    })
    const entity = connection.entities[0]
    expect(connection).toMatchObject({ issues: [], lastSyncAt: null, credential: { scope: ['repo'] } })
    expect(entity?.properties[0]).toMatchObject({
      visible: true,
      modifiable: true,
      compositeProperty: [{ name: 'city' }],
    })

    const recordId = entity?.records[0]?.id ?? ''
    const record = await mastra.dataLayer.db.record.findUnique({ where: { id: recordId } })
    expect(record).toMatchObject({
      source: 'MANUAL',
      status: 'ACTIVE',
      enrichmentStatus: 'UNAPPLIED',
      deletedAt: null,
      data: { title: 'Broken' },
    })
    expect(record?.id).toMatch(/^c[a-z0-9]{24}$/)
  })
})
