import { describe, expect, it } from 'vitest'
import { readRoleMap, roleIn } from './provider-claims'

const map = readRoleMap('admins=ADMIN, staff=SUPPORT,cn=ops,dc=x=OPERATOR'.replace(',dc', '.dc')) ?? new Map()

describe('the role in a claim', () => {
  it('is the one that may most of those that its values stand for', () => {
    expect(roleIn({ sub: 'a', roles: ['staff', 'admins', 'others'] }, 'roles', map)).toBe('ADMIN')
    expect(roleIn({ sub: 'a', roles: 'staff' }, 'roles', map)).toBe('SUPPORT')
    expect(roleIn({ sub: 'a', roles: ['cn=ops.dc=x'] }, 'roles', map)).toBe('OPERATOR')
    expect(roleIn({ sub: 'a', realm: { roles: ['staff'] } }, 'realm.roles', map)).toBe('SUPPORT')
    expect(roleIn({ sub: 'a', 'https://x.example/roles': ['staff'] }, 'https://x.example/roles', map)).toBe('SUPPORT')
  })

  it.each([{}, { roles: null }, { roles: ['ADMIN'] }, { roles: [{ admins: true }] }, { roles: { admins: 1 } }])(
    'is none in %j',
    (claims) => {
      expect(roleIn({ sub: 'a', ...claims }, 'roles', map)).toBeNull()
      expect(roleIn({ sub: 'a', ...claims }, '__proto__', map)).toBeNull()
    },
  )

  it.each(['', 'admins', 'admins=ROOT', '=ADMIN', 'a=ADMIN,,b=SUPPORT'])('is not read from the mapping %j', (text) => {
    expect(readRoleMap(text)).toBeNull()
  })
})
