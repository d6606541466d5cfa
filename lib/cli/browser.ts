import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { step } from './step'

const run = promisify(execFile)
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
/** Milliseconds that an installation may take before the next way is tried. */
const PATIENCE = 240_000

/**
 * The browser for the end-to-end tests: $CHROME, one of this system, Playwright's own, Debian's. Undefined when there is none and
 * none can be had; the sentence for that is `NO_BROWSER`.
 */
export async function findBrowser(): Promise<string | undefined> {
  const present = [process.env.CHROME, ...NAMES.map(whereIs), MAC, chromium.executablePath()].find(starts)
  if (present) return present
  await attempt('Installing a browser with Playwright', process.execPath, [
    'node_modules/playwright/cli.js',
    'install',
    'chromium',
  ])
  if (starts(chromium.executablePath())) return chromium.executablePath()
  if (process.getuid?.() === 0 && whereIs('apt-get')) {
    await attempt('Looking for Debian packages', 'apt-get', ['update'])
    await attempt('Installing chromium from Debian', 'apt-get', [
      'install',
      '-y',
      '--no-install-recommends',
      'chromium',
    ])
  }
  return [whereIs('chromium')].find(starts)
}

export const NO_BROWSER =
  'The end-to-end tests need Chromium or Chrome, which was neither found nor could be installed. Install it, or name it in CHROME=/path/to/chrome.'

function whereIs(name: string): string | undefined {
  const found = spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : undefined
}

function starts(program: string | undefined): program is string {
  return program !== undefined && program !== '' && spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0
}

async function attempt(title: string, program: string, args: readonly string[]): Promise<void> {
  await step(title, async () => {
    try {
      await run(program, args, { timeout: PATIENCE, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    } catch (error) {
      process.stderr.write(`  ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`)
    }
  })
}
