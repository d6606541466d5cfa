import 'server-only'
import { createHash } from 'node:crypto'

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:14px/1.5 ui-sans-serif,system-ui,sans-serif;background:light-dark(#f7f7f8,#0e0e11);color:light-dark(#17171c,#ededf1)}main{max-width:36rem;margin:0 auto;padding:6rem 1rem;text-align:center}h1{margin:0 0 .5rem;font-size:1.125rem;font-weight:600}p{margin:0 0 1rem;color:light-dark(#5c5c69,#a2a2b0)}a{color:light-dark(#4a47c9,#a5a3ff)}`

/** The policy of the page below: its own style and nothing else. */
export const LIMIT_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`

/**
 * What a person sees who asked for too much, or waited in vain for their turn. It is made of one text and fetches nothing, since making it must
 * cost nothing; the colours are those of app/globals.css. `title` and `message` are words of our own.
 */
export function limitPage(title: string, message: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Mastra Admin</title><style>${STYLE}</style><main><h1>${title}</h1><p>${message} Nothing was changed.</p><a href="">Try again</a></main></html>`
}
