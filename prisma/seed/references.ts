import { uuidFrom } from './cuid'
import { ALPHANUMERIC, type Random } from './random'

const NAMED = `acme-corp globex initech hooli pied-piper umbrella wayne-enterprises stark-industries soylent tyrell
  cyberdyne wonka-industries duff-brewing oscorp massive-dynamic gringotts monsters-inc vandelay bluth-company
  dunder-mifflin`
  .split(/\s+/)
  .concat(['org/acme/eu-west', 'Ünal & Söhne', '株式会社サンプル', 'team with spaces', 'tenant:42?plan=pro#1', '1042'])

/**
 * What the product that embeds Mastra calls its end users: ids of an auth provider, tenants' short names, e-mail
 * addresses, UUIDs, and a few that need care in an address. `count` different ones.
 */
export function referencesFrom(random: Random, count: number): string[] {
  const references = new Set(NAMED)
  while (references.size < count) {
    const form = random.weighted({ user: 5, email: 3, uuid: 2 })
    if (form === 'user') references.add(`user_${random.text(24, ALPHANUMERIC)}`)
    else if (form === 'email')
      references.add(`${random.text(6, 'abcdefghijklmnoprstuvz')}+crm@customer${references.size}.example`)
    else references.add(uuidFrom(random))
  }
  return [...references].slice(0, count)
}
