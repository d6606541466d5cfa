import { AppError, DEFAULT_MESSAGES } from '../errors'

/** From those who may least to those who may most. */
export const ROLES = ['SUPPORT', 'OPERATOR', 'ADMIN'] as const
export type Role = (typeof ROLES)[number]

/** Who may do what: one row per permission, one column per role. A fourth role is one more column. */
const PERMISSIONS = {
  'records:read': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'records:delete': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'records:restore': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'records:export': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'records:archive': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'records:set-enrichment': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'records:edit': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'records:create': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'batches:read': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'connections:read': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'connections:export': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'connections:clear-issues': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'issues:read': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'issues:manage': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'notes:write': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'audit:read': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'audit:export': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'audit:undo': { SUPPORT: false, OPERATOR: true, ADMIN: true },
  'audit:prune': { SUPPORT: false, OPERATOR: false, ADMIN: true },
  'views:save': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'views:share': { SUPPORT: false, OPERATOR: false, ADMIN: true },
  'preferences:keep': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'account:manage': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'tokens:manage': { SUPPORT: true, OPERATOR: true, ADMIN: true },
  'indexes:manage': { SUPPORT: false, OPERATOR: false, ADMIN: true },
  'notices:manage': { SUPPORT: false, OPERATOR: false, ADMIN: true },
  'status:read': { SUPPORT: false, OPERATOR: false, ADMIN: true },
  'triggers:manage': { SUPPORT: false, OPERATOR: false, ADMIN: true },
  'masking:manage': { SUPPORT: false, OPERATOR: false, ADMIN: true },
  'values:reveal': { SUPPORT: false, OPERATOR: false, ADMIN: true },
  'users:manage': { SUPPORT: false, OPERATOR: false, ADMIN: true },
} as const satisfies Record<string, Record<Role, boolean>>

export type Permission = keyof typeof PERMISSIONS

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS).filter((key): key is Permission => key in PERMISSIONS)

export function isRole(value: string): value is Role {
  return ROLES.some((role) => role === value)
}

/** What a token can be given: to read and to export. What changes anything, shows what is masked or concerns accounts is for people alone. */
export const TOKEN_SCOPES = [
  'records:read',
  'records:export',
  'connections:read',
  'connections:export',
  'audit:export',
] as const satisfies readonly Permission[]
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** Someone's role, and what of it they are held to: null or nothing for a person, who may all of it. */
export interface Allowed {
  role: Role
  scopes?: ReadonlySet<Permission> | null
}

/** Whether someone of this role, within their scopes, may do this. For showing or hiding a control; the verb decides with `authorize`. */
export function can({ role, scopes }: Allowed, permission: Permission): boolean {
  return PERMISSIONS[permission][role] && (!scopes || scopes.has(permission))
}

/** FORBIDDEN, with what was missing: for the trail, not for the person. */
export class NotAllowed extends AppError {
  constructor(
    readonly permission: Permission,
    message = DEFAULT_MESSAGES.FORBIDDEN,
  ) {
    super('FORBIDDEN', message)
  }
}

/** The gate that every verb passes first. Throws FORBIDDEN. */
export function authorize(actor: Allowed, permission: Permission): void {
  if (!can(actor, permission)) throw new NotAllowed(permission)
}
