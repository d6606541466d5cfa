import 'server-only'
import { randomUUID } from 'node:crypto'
import { asText, type Mail } from '../notices/mail'
import type { TryOutcome } from '../notices/outcome'
import { canMail, sendMail } from '../notices/send-mail'
import { routes } from '../routes'
import { siteLink } from '../server/site-link'

interface LinkMailFacts {
  token: string
  expiresAt: Date
  /** The e-mail of the administrator who made the link; null when someone asked for it themselves. */
  by: string | null
}

/** The e-mail that hands a link over. It says what happened and what to do when it was not wanted, and loads nothing from anywhere. */
export function linkMail(purpose: 'invite' | 'reset', { token, expiresAt, by }: LinkMailFacts): Mail {
  const until = `${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const from = by ?? 'Someone, probably you,'
  return purpose === 'invite'
    ? composeMail('You are invited to Mastra Admin', {
        before: `${from} has invited you to Mastra Admin, where records and connections that Mastra syncs are looked after. Choose a password to begin:`,
        link: siteLink(routes.newPassword(token)),
        after: `The link works once, until ${until}. If you did not expect it, ignore it: nobody can sign in as you without it.`,
      })
    : composeMail('Choose a new password', {
        before: by
          ? `${by} has made a link for you to choose a new password for Mastra Admin:`
          : `${from} has asked for a new password for Mastra Admin. Choose it here:`,
        link: siteLink(routes.newPassword(token)),
        after: `The link works once, until ${until}. If you did not want it, ignore it: your password stays as it is.`,
      })
}

/** Tells a person that their password is another now, in case it was not them. */
export function passwordChangedMail(): Mail {
  return composeMail('Your password was changed', {
    before:
      'A new password was chosen with a link for your Mastra Admin account, and all sessions have ended. If that was you, there is nothing left to do. If it was not, choose another at once, and tell your administrator:',
    link: siteLink(routes.forgot()),
    after: 'This is only to let you know.',
  })
}

function composeMail(subject: string, { before, link, after }: { before: string; link: string; after: string }): Mail {
  return {
    subject: `[Mastra Admin] ${subject}`,
    text: `${before}\n\n${link}\n\n${after}\n`,
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><body style="font:15px/1.5 sans-serif"><p>${asText(before)}</p><p><a href="${asText(link)}">${asText(link)}</a></p><p style="color:#555">${asText(after)}</p></body></html>`,
  }
}

/** Sends an e-mail to one person, once; never throws. */
export function mailTo(email: string, mail: Mail): Promise<TryOutcome> {
  return sendMail(mail, { id: randomUUID(), recipients: [email] })
}

/** The same where nobody waits for it and nothing hangs on it. */
export function mailInBackground(email: string, mail: Mail): void {
  if (canMail()) void mailTo(email, mail)
}
