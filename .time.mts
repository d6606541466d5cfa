import { encode } from 'next-auth/jwt'
import pg from 'pg'
const [origin, url, ...paths] = process.argv.slice(2)
const c = new pg.Client({ connectionString: url }); await c.connect()
const secret = (await c.query(`select value from mastra_admin.setting where name='session.secret'`)).rows[0].value
const sub = (await c.query(`select id from mastra_admin."user" where role='ADMIN'`)).rows[0].id
await c.end()
const cookie = `next-auth.session-token=${await encode({ token: { sub, epoch: 0 }, secret, maxAge: 3600 })}; mastra-admin-zone=UTC`
for (const p of paths) {
  const times: number[] = []; let html = ''; let status = 0
  for (let i = 0; i < Number(process.env.N ?? 5); i++) {
    const t = performance.now()
    const r = await fetch(origin + p, { headers: { cookie, 'accept-language': 'en' } }); html = await r.text(); status = r.status
    times.push(performance.now() - t)
  }
  times.sort((a, b) => a - b)
  const rows = (html.match(/data-row=/g) ?? []).length
  const text = html.match(/No match so far|matches so far|takes too long|No records match|could not be loaded/g)
  console.log(p.slice(0, 70).padEnd(72), status, `${times[times.length >> 1]!.toFixed(0)} ms (max ${times.at(-1)!.toFixed(0)})`, `rows ${rows}`, `${(html.length / 1000).toFixed(0)} kB`, [...new Set(text)].join('|'))
  if (process.env.SHOW) console.log(html.match(/href="([^"]*after=[^"]*)"/)?.[1])
}
