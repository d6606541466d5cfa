import { describe, expect, it } from 'vitest'
import { bounded } from './bounded'
import { queryName } from './query-name'

describe('the name of a statement', () => {
  it.each([
    ['/* list of records */ with page as (select 1) select 2', 'list of records'],
    ['SELECT "mastra_admin"."user"."id" FROM "mastra_admin"."user" WHERE id = $1', 'select user'],
    ['\n  with found as (select id from mastra.records r) select 1', 'select records'],
    ['INSERT INTO "mastra_admin"."audit_entry" ("id") VALUES ($1)', 'insert audit_entry'],
    ['update mastra.connections set issues = $1', 'update connections'],
    ['select set_config($1, $2, true)', 'select'],
    ['COMMIT', 'commit'],
    ['', 'empty'],
    // A comment that is no name of ours is none.
    ['/* ada@acme.example */ select 1', 'select'],
  ])('%s is called %s', (sql, name) => {
    expect(queryName(sql)).toBe(name)
  })
})

describe('a label', () => {
  it('has an end, whatever comes', () => {
    const label = bounded(2)
    expect(['a', 'b', 'c', 'a', 'd', 'b'].map(label)).toEqual(['a', 'b', 'other', 'a', 'other', 'b'])
  })
})
