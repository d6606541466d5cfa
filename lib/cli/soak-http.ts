import http from 'node:http'
import { type Act, pressKey } from './soak-acts'

/** Milliseconds after which an answer that has not begun or goes on without a byte counts as none. */
const PATIENCE = 60_000

/** What came of one request. */
export interface Outcome {
  /** `left` is what was meant to be broken off, `refused` an answer of 429 or 503; the rest of the names are faults. */
  kind: 'done' | 'left' | 'refused' | 'missing' | 'failed' | 'cut' | 'hung'
  milliseconds: number
  /** For whoever has to find out why. */
  note?: string
}

/** Ids of the actions that the soak presses, in this build. */
export interface Buttons {
  softDelete: string
  undo: string
}

/** Everyone's connections to the app; as many as people open. */
export class Site {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

  constructor(
    private readonly origin: string,
    private readonly buttons: Buttons,
  ) {}

  /** Does it with the session of `cookie`. Never throws; a change is two requests. */
  async act(act: Act, cookie: string): Promise<Outcome[]> {
    if (act.how === 'get') return [(await this.ask({ path: act.path, cookie })).outcome]
    if (act.how === 'leave') return [(await this.ask({ ...act, cookie })).outcome]
    if (act.how === 'listen')
      return [(await this.ask({ path: act.path, cookie, milliseconds: act.milliseconds })).outcome]
    return this.change(act.id, cookie)
  }

  close(): void {
    this.agent.destroy()
  }

  private async change(id: string, cookie: string): Promise<Outcome[]> {
    const deleted = await this.press(this.buttons.softDelete, { ids: [id] }, cookie)
    const correlationId = /"correlationId":"([0-9a-f-]{36})"/.exec(deleted.text)?.[1]
    if (!correlationId) return [deleted.outcome]
    return [deleted.outcome, (await this.press(this.buttons.undo, { correlationId }, cookie)).outcome]
  }

  private async press(action: string, input: unknown, cookie: string): Promise<Asked> {
    const asked = await this.ask({ path: '/records', cookie, action, body: JSON.stringify([input, pressKey()]) })
    const isRefused = asked.outcome.kind === 'done' && !asked.text.includes('"ok":true')
    if (!isRefused) return asked
    const said = /"ok":false[^}]*/.exec(asked.text)?.[0] ?? ''
    // Someone else may have the same record in hand: a conflict is an answer.
    const kind = said.includes('"CONFLICT"') ? 'done' : 'failed'
    return { ...asked, outcome: { ...asked.outcome, kind, note: said } }
  }

  private ask({ path, cookie, bytes, stands = 0, milliseconds, action, body }: Asking): Promise<Asked> {
    const began = performance.now()
    return new Promise((resolve) => {
      let [text, received, left] = ['', 0, false]
      const end = (kind: Outcome['kind'], note?: string) => {
        clearTimeout(leaving)
        resolve({ text, outcome: { kind, milliseconds: performance.now() - began, note } })
      }
      const leave = () => {
        left = true
        request.destroy()
        end('left')
      }
      const leaving = milliseconds === undefined ? undefined : setTimeout(leave, milliseconds)
      const headers = {
        cookie,
        'accept-language': 'en',
        ...(action && {
          'next-action': action,
          'content-type': 'text/plain;charset=UTF-8',
          accept: 'text/x-component',
          origin: this.origin,
        }),
      }
      const options = { agent: this.agent, headers, method: action ? 'POST' : 'GET' }
      const request = http.request(new URL(path, this.origin), options, (response) => {
        response.on('data', (chunk: Buffer) => {
          received += chunk.length
          if (action && text.length < 1_000_000) text += chunk.toString()
          if (bytes === undefined || received <= bytes || response.isPaused()) return
          response.pause()
          setTimeout(() => !left && leave(), stands)
        })
        response.on('end', () => end(kindOf(response.statusCode ?? 0), `${response.statusCode} ${path.slice(0, 120)}`))
        response.on('error', () => !left && end('cut', path.slice(0, 120)))
      })
      request.setTimeout(PATIENCE, () => {
        if (left) return
        left = true
        request.destroy()
        end('hung', path.slice(0, 120))
      })
      request.on('error', (error) => !left && end('cut', `${error.message} ${path.slice(0, 120)}`))
      request.end(body)
    })
  }
}

interface Asking {
  path: string
  cookie: string
  /** Leaves after so many bytes, having stood still for milliseconds; or after so long. */
  bytes?: number
  stands?: number
  milliseconds?: number
  action?: string
  body?: string
}

interface Asked {
  text: string
  outcome: Outcome
}

function kindOf(status: number): Outcome['kind'] {
  if (status === 429 || status === 503) return 'refused'
  if (status === 404) return 'missing'
  return status >= 200 && status < 400 ? 'done' : 'failed'
}
