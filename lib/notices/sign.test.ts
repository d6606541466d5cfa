import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSecret, signatureHeaders } from './sign'

const id = 'msg_0196'
const body = JSON.stringify({ text: 'naïve “quotes” 😀 \\ \n' })
const [secret, former] = [newSecret(), newSecret()]
const signed = (at = new Date()) => signatureHeaders([secret, former], { id, at, body })

describe('the signature', () => {
  it('is what the Standard Webhooks specification gives as its example', () => {
    const headers = signatureHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    })
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it('is accepted by the library of the specification, by the new secret and the one before', () => {
    for (const key of [secret, former]) expect(new Webhook(key).verify(body, signed())).toEqual(JSON.parse(body))
    expect(() => new Webhook(newSecret()).verify(body, signed())).toThrow()
    expect(() => new Webhook(secret).verify(`${body} `, signed())).toThrow()
    expect(() => new Webhook(secret).verify(body, { ...signed(), 'webhook-id': 'msg_other' })).toThrow()
    expect(() => new Webhook(secret).verify(body, signed(new Date(Date.now() - 600_000)))).toThrow()
  })

  it('is accepted by the code that the documentation gives to receivers, and a forgery is not', () => {
    const code = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/notices.md', 'utf8'))?.[1]
    if (!code) throw new Error('The documentation has no code for receivers.')
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-receiver-'))
    const late = signed(new Date(Date.now() - 600_000))
    const cases = [
      { headers: signed(), body, secret },
      { headers: signed(), body, secret: former },
      { headers: signed(), body: `${body} `, secret },
      { headers: late, body, secret },
      { headers: { ...signed(), 'webhook-signature': 'v1,' }, body, secret },
      { headers: {}, body, secret },
    ]
    const ask = `for (const { headers, body, secret } of ${JSON.stringify(cases)}) console.log(isFromMastraAdmin(headers, body, secret))`
    writeFileSync(path.join(folder, 'receiver.mjs'), `${code}\n${ask}\n`)
    const said = execFileSync(process.execPath, [path.join(folder, 'receiver.mjs')], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(said.trim().split('\n')).toEqual(['true', 'true', 'false', 'false', 'false', 'false'])
  })
})
