import type { BrowserContext, CDPSession, Page } from '@playwright/test'

/** What has to be on the screen for something to count as done. */
export interface Goal {
  /** Drawn, with an area. */
  selector: string
  /** Part of the address by then. */
  path?: string
  /** Not on the page any more. */
  absent?: string
}

interface Probe {
  rows: number | null
  blank: number
  done: Promise<number> | null
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** A page of this context on which `Window.probe` tells when its first row was in a frame. */
export async function probedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  // What runs this file keeps the names of functions by a helper of its own, which the page lacks.
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.addInitScript(() => {
    window.probe = { rows: null, blank: 0, done: null }
    const look = () => {
      const row = document.querySelector('[data-row]')
      if (row && row.getClientRects().length > 0) window.probe.rows = performance.now()
      else requestAnimationFrame(look)
    }
    look()
  })
  return page
}

/** Milliseconds from asking for the address to the first frame that has a row. */
export async function timeToRows(page: Page, address: string): Promise<number> {
  await page.goto(address)
  const rows = await page.waitForFunction(() => window.probe.rows)
  return Number(await rows.jsonValue())
}

/**
 * Milliseconds from the press of a key or button that `act` makes to the first frame in which the goal is reached, and the frames
 * between that had neither a table nor a heading. The press is timed by the browser, so that what steers it does not count.
 */
export async function timeAction(
  page: Page,
  act: () => Promise<void>,
  goal: Goal,
): Promise<{ milliseconds: number; blank: number }> {
  await page.evaluate(({ selector, path, absent }) => {
    window.probe.blank = 0
    window.probe.done = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${selector} was not there in time`)), 20_000)
      const begin = (event: Event) => {
        for (const kind of ['pointerdown', 'keydown']) removeEventListener(kind, begin, true)
        const drawn = (what: string) => (document.querySelector(what)?.getClientRects().length ?? 0) > 0
        const look = () => {
          if (!drawn('h1') && !drawn('[data-row]')) window.probe.blank += 1
          const there = drawn(selector) && (path === undefined || decodeURIComponent(location.href).includes(path))
          if (there && (absent === undefined || !document.querySelector(absent)))
            resolve(performance.now() - event.timeStamp)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }
      for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, begin, true)
    })
  }, goal)
  await act()
  const milliseconds = await page.evaluate(() => window.probe.done)
  return { milliseconds: Number(milliseconds), blank: await page.evaluate(() => window.probe.blank) }
}

/** Milliseconds to the next paint of the slowest of the interactions that `act` makes, to the 8 milliseconds that browsers give. */
export async function slowestInteraction(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.probe.rows = Math.max(window.probe.rows ?? 0, duration)
    })
    window.probe.rows = 0
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  await act()
  await page.evaluate(() => new Promise((rest) => requestAnimationFrame(() => setTimeout(rest, 100))))
  return page.evaluate(() => window.probe.rows ?? 0)
}

/** Bytes of scripts that come over the wire to this page from here on, as they are compressed, without the headers of the answers. */
export async function countScripts(page: Page): Promise<{ bytes: () => number; session: CDPSession }> {
  const session = await page.context().newCDPSession(page)
  /** Of each script its length, where the answer says it. */
  const scripts = new Map<string, number | undefined>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const length = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1]
    if (type === 'Script') scripts.set(requestId, length === undefined ? undefined : Number(length))
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += scripts.get(requestId) ?? encodedDataLength
  })
  await session.send('Network.enable')
  return { bytes: () => bytes, session }
}
