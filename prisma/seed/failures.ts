import { uuidFrom } from './cuid'
import { HEX, type Random } from './random'

const HTML_PAGE = `<html>
<head><title>502 Bad Gateway</title><script>alert('issue')</script></head>
<body bgcolor="white">
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx/1.25.3</center>
</body>
</html>
`

type Cause = (random: Random, at: Date) => string

/** What goes wrong with syncs. Ids, numbers and times differ from message to message; the causes are these five. */
const CAUSES: readonly [Cause, ...Cause[]] = [
  (random) =>
    `invalid_grant: Token has been expired or revoked for user ${random.int(1_000, 99_999)} (request ${uuidFrom(random)})`,
  (random) => {
    const used = random.int(10_000, 10_400)
    return `429 Too Many Requests: rate limit of 10000 calls per day reached (${used} used), retry after ${random.int(5, 900)} seconds`
  },
  (random, at) =>
    `Webhook signature mismatch for delivery ${uuidFrom(random)} at ${at.toISOString()}: expected sha256=${random.text(64, HEX)}`,
  (random) =>
    `Field "annualrevenue" is missing in the schema of COMPANY (portal ${random.int(1_000_000, 99_999_999)}, object 0-2)`,
  (random) =>
    `ETIMEDOUT: GET https://api.example.com/v3/objects?after=${random.int(100, 99_999)}&access_token=${random.text(24)} timed out after ${random.int(30_000, 30_999)} ms`,
]

/** About 4 kB over many lines: a gateway's error page, once per attempt. */
function longMessage(random: Random, at: Date): string {
  const attempts = Array.from(
    { length: 17 },
    (_, index) => `attempt ${index + 1} at ${at.toISOString()}:\n${HTML_PAGE}`,
  )
  return `ETIMEDOUT: GET https://api.example.com/v3/objects?after=${random.int(100, 99_999)}&access_token=${random.text(24)} timed out after 30001 ms\n${attempts.join('\n')}`
}

/** The issues of the failing connection number `index`: mostly one, as a failing sync replaces them, but not always. */
export function issuesOf(random: Random, index: number, at: Date): string[] {
  const message = (offset: number) => (CAUSES[(index + offset) % CAUSES.length] ?? CAUSES[0])(random, at)
  if (index === 0) return [longMessage(random, at)]
  const first = message(0)
  if (index === 7) return [first, first, message(1)]
  return index % 4 === 3 ? [first, message(1), message(0), message(2)].slice(0, random.int(2, 4)) : [first]
}
