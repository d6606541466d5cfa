/** A trigger on one of Mastra's tables that an administrator may ask for by name. Statements are constants: no value enters them. */
export interface TriggerEntry {
  name: 'issues'
  table: 'connections'
  helps: string
  price: string
  /** Names in the catalogue of Postgres; all of them are there, or the trigger is not. */
  parts: readonly string[]
  create: readonly string[]
  drop: readonly string[]
}

// It runs with the rights of its owner, since Mastra's role has none in our schema, and with nothing but its own names in reach. Whatever
// goes wrong in it, a lock that is not to be had within 50 ms included, is forgotten: the regular look finds what it missed, and no write
// of Mastra's fails for it. To cancel a statement still cancels it.
const FUNCTION = `
create or replace function mastra_admin.note_issue_change() returns trigger language plpgsql security definer
  set search_path = pg_catalog set lock_timeout = '50ms' as $$
begin
  begin
    insert into mastra_admin.issue_change (connection_id) values (coalesce(new.id, old.id));
  exception when others then null;
  end;
  return null;
end $$`

/** Written as one statement each, so that what is printed can be run by hand. */
const PARTS = [
  { part: 'mastra_admin_issues_insert', on: 'after insert', when: 'cardinality(new.issues) > 0' },
  { part: 'mastra_admin_issues_update', on: 'after update', when: 'old.issues is distinct from new.issues' },
  { part: 'mastra_admin_issues_delete', on: 'after delete', when: 'cardinality(old.issues) > 0' },
]

export const TRIGGERS: readonly TriggerEntry[] = [
  {
    name: 'issues',
    table: 'connections',
    helps:
      'Tells when the issues of a connection change, so that causes and notices follow within a second and no look has to go through all connections.',
    price:
      'A write that changes issues takes about 0.1 ms longer, other writes to connections as long as before. It never makes a write of Mastra’s fail.',
    parts: PARTS.map(({ part }) => part),
    create: [
      FUNCTION.trim(),
      ...PARTS.map(
        ({ part, on, when }) =>
          `create or replace trigger ${part} ${on} on mastra.connections for each row when (${when}) execute function mastra_admin.note_issue_change()`,
      ),
    ],
    drop: [
      ...PARTS.map(({ part }) => `drop trigger if exists ${part} on mastra.connections`),
      'drop function if exists mastra_admin.note_issue_change()',
    ],
  },
]

export function findTrigger(name: string): TriggerEntry | undefined {
  return TRIGGERS.find((entry) => entry.name === name)
}
