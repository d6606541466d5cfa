import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { choosePort, startServer, stopServer, waitForPage } from './serve'

/** Below the project, so that it is built with the same packages. */
const FOLDER = path.join('.data', 'bench-empty')
const NEXT = 'node_modules/next/dist/bin/next'

/** The least that Next can serve: what any page of it costs, whatever is on it. */
const FILES = {
  'package.json': '{ "name": "bench-empty", "private": true, "type": "module" }\n',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(path.resolve('.'))} } }\n`,
  'app/layout.jsx':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  // Made for each request, as every page of ours is.
  'app/page.jsx':
    'export const dynamic = "force-dynamic"\nexport default function Page() {\n  return <main data-row="1">Empty</main>\n}\n',
}

/** Builds and serves an empty Next.js page, and gives its origin to `work`. The folder is removed at the end. */
export async function withEmptyPage<T>(work: (origin: string) => Promise<T>): Promise<T> {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.join(FOLDER, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(FOLDER, file), text)
  }
  let server: ChildProcess | undefined
  try {
    await buildFolder()
    const port = await choosePort(4950)
    server = startServer({
      mode: 'start',
      folder: FOLDER,
      port,
      env: {},
      logFile: path.join('.data', 'bench-empty.log'),
    })
    await waitForPage(server, port, path.join('.data', 'bench-empty.log'))
    return await work(`http://127.0.0.1:${port}`)
  } finally {
    if (server) await stopServer(server)
    rmSync(FOLDER, { recursive: true, force: true })
  }
}

function buildFolder(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NEXT, 'build', FOLDER], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The empty page was not built.\n${said}`))))
  })
}
