import type { Random } from './random'

const NAMES: readonly (readonly [string, string])[] = [
  ['Ada', 'Lovelace'],
  ['Grace', 'Hopper'],
  ['Zoë', 'Müller'],
  ['Jean-Luc', 'Lefèvre'],
  ['Siobhán', "O'Brien"],
  ['Björn', 'Åkesson'],
  ['Łukasz', 'Wójcik'],
  ['İbrahim', 'Yılmaz'],
  ['Nguyễn', 'Thị Hồng'],
  ['José', 'Núñez García'],
  ['Ольга', 'Иванова'],
  ['Σοφία', 'Παπαδοπούλου'],
  ['小明', '王'],
  ['太郎', '山田'],
  ['민준', '김'],
  ['محمد', 'عبد الله'],
  ['שרה', 'כהן'],
  ['अनन्या', 'शर्मा'],
  ['สมชาย', 'ใจดี'],
  ['Uma 🦄', 'Rainbow'],
  ['Anne‑Sophie', 'van der Berg'],
  ['X Æ A-12', 'Null'],
  ['Mary', 'Smith'],
  ['James', 'Johnson'],
  ['Priya', 'Patel'],
  ['Olu', 'Adébáyọ̀'],
  ['Hana', 'Kovářová'],
  ['Li', 'Na'],
  ['Chloé', 'Dubois'],
  ['Bob', 'Test'],
]

const COMPANIES: readonly (readonly [string, string])[] = [
  ['Acme Corporation', 'acme.com'],
  ['Müller & Söhne GmbH', 'mueller-soehne.de'],
  ['株式会社山田製作所', 'yamada-seisakusho.jp'],
  ['شركة النور للتجارة', 'alnoor.ae'],
  ['ООО «Ромашка»', 'romashka.ru'],
  ['Crème Brûlée SARL', 'creme-brulee.fr'],
  ['Smith "Quality" & Co.', 'smith-quality.co.uk'],
  ['Null Island Shipping', 'null-island.example'],
  ['Globex', 'globex.com'],
  ['Initech', 'initech.com'],
  ['Umbrella Health', 'umbrella.health'],
  ['Stark Industries', 'stark.example'],
  ['Wayne Enterprises', 'wayne.example'],
  ['Hooli', 'hooli.xyz'],
  ['Pied Piper', 'piedpiper.com'],
  ['Ægir Offshore A/S', 'aegir.dk'],
  ['北京晨星科技有限公司', 'chenxing.cn'],
  ['תנובה בע״מ', 'tnuva.co.il'],
  ['Kraków Data Sp. z o.o.', 'krakowdata.pl'],
  ['🚀 Rocket Labs', 'rocketlabs.io'],
]

export interface Person {
  first: string
  last: string
  name: string
  email: string
  phone: string
}

export interface Company {
  name: string
  domain: string
}

/** The Latin letters of a text, for the local part of an address. */
function latin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()
}

export function companyFrom(random: Random): Company {
  const [name, domain] = random.pick(COMPANIES)
  return { name, domain }
}

/** A person of `company`. Addresses differ by a number, as several people share a name. */
export function personFrom(random: Random, company: Company = companyFrom(random)): Person {
  const [first] = random.pick(NAMES)
  const [, last] = random.pick(NAMES)
  const local = [latin(first), latin(last)].filter((part) => part !== '').join('.') || 'user'
  return {
    first,
    last,
    name: `${first} ${last}`,
    email: `${local}${random.int(1, 999)}@${company.domain}`,
    phone: `+${random.pick(['1', '33', '44', '49', '81', '971'])} ${random.int(100, 999)} ${random.int(1_000_000, 9_999_999)}`,
  }
}
