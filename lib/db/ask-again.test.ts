import { describe, expect, it } from 'vitest'
import { isRead } from './ask-again'

describe('isRead', () => {
  it.each([
    'select 1',
    'SELECT "id" FROM "mastra"."records" WHERE 1=1',
    '/* list of records */ with page as materialized (select 1) select * from page',
    '\n  /* one */\n select now()',
  ])('is %s', (sql) => expect(isRead(sql)).toBe(true))

  it.each([
    'insert into a values (1) returning id',
    'UPDATE a SET b = 1',
    'with gone as (delete from a returning id) select count(*) from gone',
    'with new as (/* more */ INSERT into a select 1 returning id) select id from new',
    'select id from a for update',
    'begin',
    'do $$ begin end $$',
    '',
  ])('is not %s', (sql) => expect(isRead(sql)).toBe(false))
})
