/**
 * Loaded before an app: the network's resolver, for the one name `database.example`. The file that TEST_RESOLVER names says how it is: `answers` (with this machine),
 * `gone` (there is no such name) or `silent`.
 */
import dns from 'node:dns'
import { readFileSync } from 'node:fs'

const real = dns.lookup

dns.lookup = (name, options, callback) => {
  if (name !== 'database.example') return real(name, options, callback)
  const state = readFileSync(process.env.TEST_RESOLVER, 'utf8')
  if (state === 'answers') return real('127.0.0.1', options, callback)
  if (state === 'silent') return
  const error = new Error(`getaddrinfo ENOTFOUND ${name}`)
  process.nextTick(
    callback,
    Object.assign(error, { code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname: name }),
  )
}
