import 'server-only'
import { headlineOf, linkOf, type NoticeBody, sentenceOf, titleOf } from './message'

export interface Mail {
  subject: string
  text: string
  html: string
}

/** The same message as an e-mail: plain text, and HTML in which everything that came from outside is text. */
export function mailOf(body: NoticeBody): Mail {
  const { data } = body
  const items = data.events.map(
    (event) =>
      `<li style="margin:0 0 12px"><a href="${asText(linkOf(event))}">${asText(titleOf(event))}</a><br>${asText(sentenceOf(event))}</li>`,
  )
  const more = data.total - data.events.length
  const rest = more > 0 ? `<p><a href="${asText(data.url)}">And ${more} more</a></p>` : ''
  const headline = headlineOf(body)
  return {
    subject: `[Mastra Admin] ${headline}`,
    text: `${body.text}\n\nSent by the channel ${data.channel} of Mastra Admin: ${data.url}\n`,
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><body style="font:15px/1.5 sans-serif"><p><b>${asText(headline)}</b></p><ul style="padding-left:18px">${items.join('')}</ul>${rest}<p style="color:#555">Sent by the channel ${asText(data.channel)} of <a href="${asText(data.url)}">Mastra Admin</a>.</p></body></html>`,
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it. */
export function asText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
