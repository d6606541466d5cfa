import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { OWN_SCHEMA, readMigrations } from './migrations'
import { broken, type Promises, promisesOf } from './test-backward'
import { type TestDatabase, withTestDatabase } from './test-database'

let test: TestDatabase
let sql: pg.Client

beforeAll(async () => {
  test = await withTestDatabase({ asOwner: true })
  sql = new pg.Client({ connectionString: test.url })
  await sql.connect()
  await sql.query(`drop schema ${OWN_SCHEMA} cascade; create schema ${OWN_SCHEMA}`)
  return async () => {
    await sql.end()
    await test.drop()
  }
})

describe('every migration', () => {
  it('leaves the version before it what it relies on', async () => {
    const faults: string[] = []
    let before: Promises = await promisesOf(sql, OWN_SCHEMA)
    for (const { name, sql: statements } of readMigrations()) {
      await sql.query(statements)
      const after = await promisesOf(sql, OWN_SCHEMA)
      faults.push(...broken(before, after).map((fault) => `${name}: ${fault}`))
      before = after
    }
    expect(before.tables.size).toBeGreaterThan(30)
    // Of a time before anyone had a version to upgrade from. Nothing is added here: a change that breaks a version is made in two migrations, a version apart.
    expect(faults).toEqual(['20261215100000_notices_of_quiet: notice_event.cause_id may be null where it never was'])
  })
})

describe('what a former version stumbles over is found:', () => {
  it.each([
    ['a table that goes', 'drop table was', 'was is gone'],
    ['a column that goes', 'alter table was drop column note', 'was.note is gone'],
    ['a column of a new name', 'alter table was rename note to remark', 'was.note is gone'],
    ['another type', 'alter table was alter id type bigint', 'was.id was integer and is bigint'],
    ['a column that has to be given', 'alter table was alter note set not null', 'was.note has to be given'],
    [
      'a column that may be null',
      'alter table was alter name drop not null',
      'was.name may be null where it never was',
    ],
    ['a default that goes', 'alter table was alter name drop default', 'was.name has lost its default'],
    [
      'a new column that has to be given',
      'alter table was add more int not null',
      'was.more is new and has to be given',
    ],
    [
      'a new check',
      'alter table was add constraint short check (length(note) < 9)',
      'was.short refuses what was written before',
    ],
    ['a new unique index', 'create unique index one on was (note)', 'was.one refuses what was written before'],
    ['a function that goes', 'drop function says()', 'says() is gone'],
  ])('%s', async (_what, change, fault) => {
    await sql.query(`begin; create schema before; set local search_path = before;
      create table was (id int, name text not null default '', note text); create function says() returns int language sql as 'select 1'`)
    try {
      const before = await promisesOf(sql, 'before')
      await sql.query(change)
      expect(broken(before, await promisesOf(sql, 'before'))).toEqual([fault])
    } finally {
      await sql.query('rollback')
    }
  })

  it('and what it does not notice is let be', async () => {
    await sql.query(`begin; create schema before; set local search_path = before; create table was (id int, note text)`)
    try {
      const before = await promisesOf(sql, 'before')
      await sql.query(`alter table was add more int, add most int not null default 0, add constraint low check (more < 9);
        create table new (id int not null); create index on was (note)`)
      expect(broken(before, await promisesOf(sql, 'before'))).toEqual([])
    } finally {
      await sql.query('rollback')
    }
  })
})
