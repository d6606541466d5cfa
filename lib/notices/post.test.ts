import type { lookup } from 'node:dns'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addressProblem, post } from './post'
import { mayCall } from './public-address'
import { Receiver } from './test/receiver'

let receiver: Receiver
beforeAll(async () => {
  receiver = await Receiver.start()
})
afterAll(() => receiver.stop())
beforeEach(() => {
  receiver.received.length = 0
  receiver.answer = { status: 204 }
})

const send = (address: string, rules: Partial<Parameters<typeof post>[1]> = {}) =>
  post({ address, headers: { 'webhook-id': 'msg_1' }, body: '{"a":"é"}' }, { allowPrivate: true, ...rules })

/** A name server that answers with these, one list at a time, the last for ever. */
function naming(...answers: string[][]): { resolve: typeof lookup; asked: () => number } {
  let asked = 0
  const resolve = (_name: string, _options: unknown, callback: (error: null, found: object[]) => void) => {
    const found = answers[Math.min(asked, answers.length - 1)] ?? []
    asked += 1
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return { resolve: resolve as typeof lookup, asked: () => asked }
}

describe('which addresses are called', () => {
  it('refuses everything that is not the internet, in whatever form', () => {
    const inside = `127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 100.64.0.1 0.0.0.0 169.254.169.254 198.18.0.1 224.0.0.1 255.255.255.255
      ::1 :: fe80::1 fc00::1 fd00:ec2::254 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::a00:1 2002:7f00:1:: 2001:db8::1 ff02::1 nonsense`
    expect(inside.split(/\s+/).filter((address) => mayCall(address, false))).toEqual([])
    expect(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111'].every((address) => mayCall(address, false))).toBe(
      true,
    )
    // Where it is allowed, the keys of the machine still are not.
    expect(['10.1.2.3', '127.0.0.1', '::1', 'fc00::1'].every((address) => mayCall(address, true))).toBe(true)
    const never = [
      '169.254.169.254',
      '::ffff:169.254.169.254',
      '64:ff9b::a9fe:a9fe',
      'fd00:ec2::254',
      'fe80::1',
      '100.100.100.200',
    ]
    expect(never.filter((address) => mayCall(address, true))).toEqual([])
  })

  it('refuses by the text of the address what need not be looked up', () => {
    const refused = `http://receiver.example/ ftp://receiver.example/ https://user:pass@receiver.example/ https://127.0.0.1/
      https://0x7f000001/ https://2130706433/ https://127.1/ https://[::1]/ https://[::ffff:7f00:1]/ https://169.254.169.254/latest
      http://localhost/ file:///etc/passwd`
    expect(refused.split(/\s+/).filter((address) => addressProblem(address, false) === null)).toEqual([])
    expect(addressProblem('https://receiver.example/in', false)).toBeNull()
    expect(addressProblem('http://localhost:3000/in', true)).toBeNull()
    expect(addressProblem('http://receiver.example/in', true)).toContain('https://')
  })

  it('refuses a name that leads inside, wholly or in part, before anything is sent', async () => {
    const { port } = new URL(receiver.address)
    for (const found of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::1'], ['::ffff:127.0.0.1']]) {
      const { resolve } = naming(found)
      const outcome = await send(`https://receiver.example:${port}/`, { allowPrivate: false, resolve })
      expect(outcome).toMatchObject({ accepted: false, sentence: expect.stringContaining('private network') })
    }
    expect(receiver.received).toEqual([])
  })

  it('asks for the name once and calls what it was told, so that a later answer changes nothing', async () => {
    const { port } = new URL(receiver.address)
    // The first answer is checked; whoever asked again would be led to the receiver on this machine.
    const rebinding = naming(['192.0.2.1'], ['127.0.0.1'])
    const outcome = await send(`https://receiver.example:${port}/`, {
      allowPrivate: true,
      resolve: rebinding.resolve,
      patience: 300,
    })
    expect(outcome.accepted).toBe(false)
    expect(rebinding.asked()).toBe(1)
    expect(receiver.received).toEqual([])
  })
})

describe('what comes of a try', () => {
  it('sends the bytes that were signed, and says what was answered and how fast', async () => {
    const outcome = await send(receiver.address)
    expect(outcome).toMatchObject({
      accepted: true,
      status: 204,
      sentence: expect.stringMatching(/^204 after \d+ ms$/),
    })
    expect(receiver.received).toMatchObject([{ body: '{"a":"é"}', path: '/in/secret-path' }])
    expect(receiver.received[0]?.headers).toMatchObject({ 'webhook-id': 'msg_1', 'content-type': 'application/json' })
  })

  it('follows no redirect, takes other answers for a refusal, and 410 for the last word', async () => {
    receiver.answer = { status: 302, location: receiver.address }
    expect(await send(receiver.address)).toMatchObject({ accepted: false, status: 302 })
    expect(receiver.received).toHaveLength(1)
    receiver.answer = { status: 500 }
    expect(await send(receiver.address)).toMatchObject({ accepted: false, status: 500, gone: false })
    receiver.answer = { status: 410 }
    expect(await send(receiver.address)).toMatchObject({ accepted: false, gone: true })
  })

  it('ends a try that nobody answers, and names what failed without the words of the other side', async () => {
    receiver.answer = 'silence'
    expect((await send(receiver.address, { patience: 200 })).sentence).toContain('no answer')
    const closed = await Receiver.start()
    await closed.stop()
    expect((await send(closed.address)).sentence).toBe('The host refused the connection.')
  })
})
