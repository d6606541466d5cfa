import type pg from 'pg'

/** The last instant of the data set, so that two runs make the same rows. */
const DATA_END = '2026-11-01T00:00:00.000Z'
/** Days from the first record to the last. */
const SPAN_DAYS = 730
/** Records that one sync writes within the same second. */
const BURST = 200

/** A word that about one document in ten thousand has, and one that none has. */
export const RARE_WORD = 'quetzalcoatl'
export const ABSENT_WORD = 'xylographically'

const HELPERS = `
  create function pg_temp.dice(n bigint, seed int, sides int) returns int language sql immutable parallel safe as
    $$ select (hashint8extended(n, seed) & 9223372036854775807) % sides $$;
  create function pg_temp.pick(n bigint, seed int, choices text[]) returns text language sql immutable parallel safe as
    $$ select choices[1 + floor(power(pg_temp.dice(n, seed, 1000000) / 1e6, 2) * cardinality(choices))::int] $$;
  create function pg_temp.digit(value bigint) returns text language sql immutable parallel safe as
    $$ select substr('0123456789abcdefghijklmnopqrstuvwxyz', (value % 36)::int + 1, 1) $$;
  create function pg_temp.cuid(at timestamp, n bigint) returns text language plpgsql immutable parallel safe as $$
    declare ms bigint := (extract(epoch from at) * 1000)::bigint;
    begin
      return 'c' || pg_temp.digit(ms / 78364164096) || pg_temp.digit(ms / 2176782336) || pg_temp.digit(ms / 60466176)
        || pg_temp.digit(ms / 1679616) || pg_temp.digit(ms / 46656) || pg_temp.digit(ms / 1296) || pg_temp.digit(ms / 36) || pg_temp.digit(ms)
        || lpad(to_hex(n & 65535), 4, '0') || 'b7q2' || left(md5(n::text), 8);
    end $$;
  create temp table notes as select place, (select string_agg(pg_temp.pick(place * 128 + word, 11, array['invoice', 'renewal', 'meeting',
    'call', 'follow', 'up', 'with', 'the', 'customer', 'about', 'their', 'contract', 'shipping', 'delayed', 'priority', 'support', 'ticket',
    'escalated', 'resolved', 'quarterly', 'budget', 'review', 'onboarding', 'migration', 'upgrade', 'seats', 'licence', 'partner',
    'referral', 'webinar']), ' ') from generate_series(1, 10 + place * 73 / 1000) word) as text from generate_series(0, 999) place;
  create unique index on notes (place); analyze notes`

const CONNECTIONS = `
  insert into mastra.connections (id, name, "connectionId", issues, "createdAt", "updatedAt", "lastSyncAt")
  select pg_temp.cuid(at, n), pg_temp.pick(n, 1, array['HUBSPOT', 'SALESFORCE', 'GMAIL', 'SLACK', 'STRIPE', 'GITHUB', 'NOTION', 'ZENDESK']),
    'user-' || n, case when pg_temp.dice(n, 2, 12) = 0 then array['Rate limit reached: retry after ' || n || ' s'] else '{}' end, at, at, at
  from (select n, timestamp '2024-10-01' + n * interval '7 minutes' as at from generate_series(1, $1::bigint) n) made
  on conflict do nothing`

const ENTITIES = `
  insert into mastra.entity (id, type, "createdAt", "createdBy", k_id)
  select pg_temp.cuid(c."createdAt", 500000 + 4 * row_number() over (order by c.id) + place), kind, c."createdAt", c."connectionId", c.id
  from mastra.connections c, unnest(array['CONTACT', 'COMPANY', 'DEAL', 'TICKET']) with ordinality as kinds(kind, place)`

const RECORDS = `
  insert into mastra.records (id, "externalId", data, source, "entityType", "entityId", status, "enrichmentStatus", "deletedAt", "createdAt", "updatedAt")
  select case when n % 5003 = 7 then gen.uuid else pg_temp.cuid(at, n) end, 'ext-' || n,
    jsonb_build_object('email', 'person' || n || '@' || pg_temp.pick(n, 3, array['acme.test', 'globex.test', 'initech.test', 'umbrella.test']),
      'firstName', pg_temp.pick(n, 4, array['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Donald', 'Radia', 'Ken']), 'amount', pg_temp.dice(n, 5, 1000000) / 100.0,
      'stage', pg_temp.pick(n, 6, array['open', 'qualified', 'proposal', 'won', 'lost']), 'closeDate', (at + interval '30 days')::date,
      'address', jsonb_build_object('city', pg_temp.pick(n, 7, array['Oslo', 'Porto', 'Graz', 'Ghent', 'Tartu']), 'postcode', pg_temp.dice(n, 8, 99999)),
      'note', case when n % 9973 = 17 then '${RARE_WORD} ' else '' end || notes.text),
    sources.source, sources.kind, sources.id, (case when pg_temp.dice(n, 12, 10) = 0 then 'ARCHIVED' else 'ACTIVE' end)::mastra."RecordStatus",
    pg_temp.pick(n, 13, array['APPLIED', 'UNAPPLIED', 'PENDING', 'FAILED'])::mastra."RecordEnrichmentStatus",
    case when pg_temp.dice(n, 14, 20) = 0 then at + interval '40 days' end,
    case when n % 10007 = 5 then at - interval '1 day' * pg_temp.dice(n, 15, 2000) else at - interval '1 millisecond' * (pg_temp.dice(n, 16, 45) - 5) end, at
  from generate_series($1::bigint, $2::bigint) n
  cross join lateral (select timestamp '${DATA_END.slice(0, -1)}' - interval '${SPAN_DAYS} days' * (1 - power((n / ${BURST} * ${BURST})::float8 / $3::bigint, 0.6))
    + interval '4 milliseconds' * (n % ${BURST}) as at, md5(n::text)::uuid::text as uuid) gen
  cross join lateral (select 1 + floor(power(pg_temp.dice(n / ${BURST}, 17, 1000000) / 1e6, 2) * $4::bigint)::bigint as place) chosen
  join pg_temp.sources on sources.place = chosen.place
  join pg_temp.notes on notes.place = pg_temp.dice(n, 18, 1000)`

const SOURCES = `
  create temp table sources as
  select row_number() over (order by hashtext(e.id)) as place, e.id, e.type as kind, c.name as source
  from mastra.entity e join mastra.connections c on c.id = e.k_id;
  create unique index on sources (place); analyze sources`

/** Replaces documents by ones of `$2` bytes, which do not compress, in `$1` records spread over the whole. */
const LARGE = `
  update mastra.records r set data = r.data || jsonb_build_object('attachments', large.items)
  from (select s.id, (select jsonb_agg(md5(s.place || ' ' || item)) from generate_series(1, $2::int / 36) item) as items
    from (select id, row_number() over (order by id) as place, count(*) over () as total from mastra.records where "externalId" like $3) s
    where s.place % greatest(s.total / $1::int, 1) = 0 limit $1::int) large
  where large.id = r.id`

/** Rows made by one statement, so that progress can be told. */
const CHUNK = 100_000

/**
 * Fills a database that has Mastra's tables with `rows` records like real ones: kinds and states skewed, written in bursts, documents
 * of 300 to 900 bytes, some of 50 kB and ten of 5 MB, ids that are cuids but for one in 5,000, creation times that agree with
 * them but for one in 10,000. The same `rows` give the same data.
 */
export async function fillWithRecords(client: pg.Client, rows: number, tell: (made: number) => void): Promise<void> {
  await client.query(HELPERS)
  await client.query(CONNECTIONS, [Math.max(20, Math.round(rows / 2000))])
  await client.query(ENTITIES)
  await client.query(SOURCES)
  const sources = await client.query<{ count: string }>('select count(*) from sources')
  for (let made = 0; made < rows; made += CHUNK) {
    const last = Math.min(rows, made + CHUNK)
    await client.query(RECORDS, [made + 1, last, rows, sources.rows[0]?.count])
    tell(last)
  }
  await client.query(LARGE, [Math.max(1, Math.round(rows / 3_333)), 50_000, 'ext-%3'])
  await client.query(LARGE, [Math.min(10, Math.ceil(rows / 1_000)), 5_000_000, 'ext-%7'])
  await client.query('vacuum analyze mastra.records')
  await client.query('analyze')
}
