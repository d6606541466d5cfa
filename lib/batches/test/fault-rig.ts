import 'server-only'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type EmbeddedServer, startEmbedded } from '@/lib/db/embedded'
import { removeHome } from '@/lib/db/embedded-home'
import { migrate } from '@/lib/db/migrate'
import { asAppRole } from '@/lib/db/test-app-role'
import { createReference } from '@/lib/db/test-reference'
import { createAppRole } from '@/lib/db/test-server'
import { env } from '@/lib/env'

const DATABASE = 'faults'

/** A Postgres and instances of the app of its own, which a test may kill in any order. */
export class FaultRig {
  private readonly workers = new Set<ChildProcess>()

  private constructor(
    private readonly folder: string,
    private server: EmbeddedServer,
  ) {}

  static async start(): Promise<FaultRig> {
    const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-faults-')), 'postgres')
    const server = await startEmbedded(folder)
    const admin = new pg.Client({ connectionString: server.urlOf('postgres') })
    await admin.connect()
    await admin.query(`create database ${DATABASE}`)
    await admin.end()
    await createReference(server.urlOf(DATABASE))
    await migrate(server.urlOf(DATABASE), () => undefined)
    await createAppRole(server.urlOf(DATABASE))
    return new FaultRig(folder, server)
  }

  /** The superuser's. */
  get url(): string {
    return this.server.urlOf(DATABASE)
  }

  /** For the app: the role of least privilege. */
  get appUrl(): string {
    return asAppRole(this.url)
  }

  startWorker(): void {
    const worker = spawn(process.execPath, ['--import', 'tsx', 'lib/batches/test/worker-process.ts'], {
      env: {
        PATH: env().PATH,
        DATABASE_URL: this.appUrl,
        TSX_TSCONFIG_PATH: 'scripts/tsconfig.json',
        LOG_LEVEL: 'silent',
        NODE_ENV: 'production',
      },
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    this.workers.add(worker)
  }

  /** Ends the oldest worker without a word, and starts another. */
  async killWorker(): Promise<void> {
    const [oldest] = this.workers
    if (!oldest) return
    this.workers.delete(oldest)
    oldest.kill('SIGKILL')
    await once(oldest, 'exit')
    this.startWorker()
  }

  /** Ends one session of the server as a defect in it would: Postgres ends all others and recovers from its log. */
  async crashSession(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url })
    client.on('error', () => undefined)
    await client.connect()
    // Its own, which is there for certain: another may end by itself before it is killed, and then nothing would come of it.
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    // Not `once` of node:events, to which the error that comes first would be a failure.
    const gone = new Promise((resolve) => client.once('end', resolve))
    for (const { pid } of rows) process.kill(pid, 'SIGKILL')
    await gone
  }

  /** Ends the whole server as a power cut would, and starts it again on what is left. */
  async crashServer(): Promise<void> {
    const [pid] = readFileSync(path.join(realpathSync(this.folder), 'data', 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGKILL')
    this.server = await startEmbedded(this.folder)
  }

  async stop(): Promise<void> {
    for (const worker of this.workers) worker.kill('SIGKILL')
    await this.server.stop()
    removeHome(this.folder)
  }
}
