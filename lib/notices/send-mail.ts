import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '../env'
import type { Mail } from './mail'
import { failedTry, type TryOutcome } from './outcome'

/** Milliseconds for each step of the conversation, and for all of it. */
const PATIENCE = 10_000
const PATIENCE_IN_ALL = 30_000

/** Whether whoever runs the installation has said how e-mail is sent. */
export function canMail(): boolean {
  return env().SMTP_URL !== undefined && env().SMTP_FROM !== undefined
}

/** Sends an e-mail to all recipients at once and tells what came of it; never throws. `id` makes copies of it the same to mail programs. */
export async function sendMail(
  mail: Mail,
  { id, recipients }: { id: string; recipients: readonly string[] },
  { url = env().SMTP_URL, from = env().SMTP_FROM }: { url?: string; from?: string } = {},
): Promise<TryOutcome> {
  const begun = performance.now()
  const millis = () => Math.round(performance.now() - begun)
  if (!url || !from)
    return { accepted: false, status: null, millis: 0, sentence: 'SMTP_URL and SMTP_FROM are not both set.' }
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
    // Nothing in a message may make the mailer read a file or call an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // A server that says a word now and then is never idle.
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), PATIENCE_IN_ALL)
  try {
    const sending = transport.sendMail({
      from,
      // Nobody learns from it who else is told; to one alone it is addressed.
      [recipients.length === 1 ? 'to' : 'bcc']: [...recipients],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${id}@mastra-admin>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    const { rejected } = await Promise.race([sending, aborted(late.signal)])
    const but = rejected.length > 0 ? `, but for ${rejected.length} of ${recipients.length} recipients` : ''
    const sentence = `Accepted by the mail server after ${millis()} ms${but}`
    return { accepted: true, status: null, millis: millis(), sentence }
  } catch (error) {
    return failedTry(error, millis())
  } finally {
    clearTimeout(timer)
    transport.close()
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(Object.assign(new Error('late'), { code: 'ETIME' })))
  })
}
