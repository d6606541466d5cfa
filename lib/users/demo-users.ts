import type { Role } from '../auth/permissions'

/** The people of the demo. Their passwords are public knowledge: they exist only in the embedded database of `npm run demo`. */
export const DEMO_USERS: readonly { email: string; password: string; role: Role }[] = [
  { email: 'support@demo.local', password: 'demo-support-2026', role: 'SUPPORT' },
  { email: 'operator@demo.local', password: 'demo-operator-2026', role: 'OPERATOR' },
  { email: 'admin@demo.local', password: 'demo-admin-2026', role: 'ADMIN' },
]
