import { type BigIntStats, promises as files, lchownSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** Folders whose content belongs to the running server; Postgres' manual names them as what a backup leaves out. */
const EMPTIED = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts', 'pg_internal.init', 'backup_label', 'tablespace_map']

export interface BaseBackup {
  /** The copied data folder, with its `backup_label`; it starts only with the log from there on. */
  data: string
  /** The first and the last file of the log that it needs to be whole. */
  from: string
  to: string
}

/**
 * Copies the data folder of the running server at `url` to `data` while people work, as `pg_basebackup` does, for whoever has none: between `pg_backup_start` and
 * `pg_backup_stop`, by the low-level interface of Postgres' manual (26.3.4). Needs a superuser and the disk of the server. The log itself is not copied: a standby streams
 * it, a restore takes it from an archive. Tablespaces elsewhere are refused.
 */
export async function takeBaseBackup(url: string, data: string): Promise<BaseBackup> {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  try {
    const { rows: elsewhere } = await server.query(
      "select spcname from pg_tablespace where spcname not in ('pg_default', 'pg_global')",
    )
    if (elsewhere.length > 0) throw new Error('A server with tablespaces of its own is backed up by pg_basebackup.')
    const { rows: shown } = await server.query<{ data_directory: string }>('show data_directory')
    const source = shown[0]?.data_directory ?? ''
    const { rows: started } = await server.query<{ file: string }>(
      "select pg_walfile_name(pg_backup_start('mastra-admin', fast => true)) as file",
    )
    await copyFolder(source, data)
    const { rows: stopped } = await server.query<{ label: string; file: string }>(
      'select labelfile as label, pg_walfile_name(lsn) as file from pg_backup_stop(wait_for_archive => false)',
    )
    // Only now it is a backup: without the label Postgres would start from wherever the copied control file points to.
    writeFileSync(path.join(data, 'backup_label'), stopped[0]?.label ?? '', { mode: 0o600 })
    const { uid, gid } = await files.stat(source)
    lchownSync(path.join(data, 'backup_label'), uid, gid)
    return { data, from: started[0]?.file ?? '', to: stopped[0]?.file ?? '' }
  } finally {
    await server.end()
  }
}

/** Files come and go while they are copied; the log makes the copy whole again, so that one which is gone is none. */
async function copyFolder(source: string, target: string, top = true): Promise<void> {
  mkdirSync(target, { mode: 0o700 })
  for (const entry of await files.readdir(source, { withFileTypes: true })) {
    if (LEFT_OUT.includes(entry.name) || entry.name.startsWith('pgsql_tmp')) continue
    const from = path.join(source, entry.name)
    const to = path.join(target, entry.name)
    if (entry.isDirectory() && top && EMPTIED.includes(entry.name)) mkdirSync(to, { mode: 0o700 })
    else if (entry.isDirectory()) await unlessGone(copyFolder(from, to, false))
    else if (entry.isFile()) await unlessGone(files.copyFile(from, to))
    await unlessGone(keepOwner(from, to))
  }
  await keepOwner(source, target)
}

/** Whoever runs this may be root, whom Postgres refuses as an owner. */
async function keepOwner(from: string, to: string): Promise<void> {
  const { uid, gid }: BigIntStats = await files.stat(from, { bigint: true })
  await files.lchown(to, Number(uid), Number(gid))
}

async function unlessGone(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
