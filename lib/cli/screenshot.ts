import { mkdirSync } from 'node:fs'
import { findBrowser, NO_BROWSER } from './browser'
import { launchBrowser } from './demo-browser'
import { PICTURES, takePicture } from './pictures'
import { RECORDINGS, takeRecording } from './recordings'
import { CommandError } from './report'
import { findRunning } from './running'
import { say, step } from './step'

/**
 * Takes every picture and recording of the README and the guides from the running demo, as its people see it; of them one clears a cause
 * and puts it back. Throws when no demo runs.
 */
export async function takeScreenshots(): Promise<void> {
  const url = findRunning()?.url
  if (!url) throw new CommandError('The pictures are taken of the demo: start it with npm run demo first.')
  const executablePath = await findBrowser()
  if (!executablePath) throw new CommandError(NO_BROWSER)
  mkdirSync('docs/pictures', { recursive: true })
  const browser = await launchBrowser(executablePath)
  try {
    for (const picture of PICTURES) await step(picture.file, () => takePicture(browser, url, picture))
    for (const recorded of RECORDINGS)
      await step(recorded.file, async () => {
        const size = await takeRecording(browser, url, recorded)
        say(`  ${Math.ceil(size / 1024)} kB`)
      })
  } finally {
    await browser.close()
  }
}
