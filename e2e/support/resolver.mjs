/**
 * Loaded before an app: the network's resolver, for the one name `database.example`. The file that TEST_RESOLVER names says how it is: `answers` (with this machine),
 * `gone` (there is no such name) or `silent`, which the system gives up on after some seconds.
 */
import dns from 'node:dns'
import { readFileSync } from 'node:fs'

const real = dns.lookup

dns.lookup = (name, options, callback) => {
  if (name !== 'database.example') return real(name, options, callback)
  const state = readFileSync(process.env.TEST_RESOLVER, 'utf8')
  if (state === 'answers') return real('127.0.0.1', options, callback)
  if (state === 'silent')
    return setTimeout(
      callback,
      6_000,
      Object.assign(new Error(`getaddrinfo EAI_AGAIN ${name}`), {
        code: 'EAI_AGAIN',
        errno: -3001,
        syscall: 'getaddrinfo',
        hostname: name,
      }),
    )
  const error = new Error(`getaddrinfo ENOTFOUND ${name}`)
  process.nextTick(
    callback,
    Object.assign(error, { code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname: name }),
  )
}
