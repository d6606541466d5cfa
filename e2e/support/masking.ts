import type pg from 'pg'
import { ROLES } from '@/lib/auth/permissions'

/** Adds rules of this test's own, as an administrator would: a key that is masked, and a property that everyone is shown in part. */
export async function addRules(pool: pg.Pool, mark: string): Promise<void> {
  const rules = [
    [{ kind: 'key', key: `private${mark}` }, { shown: 'masked' }],
    [
      { kind: 'property', entityType: mark, path: 'contact' },
      { shown: 'part', roles: ROLES },
    ],
  ]
  for (const [target, effect] of rules)
    await pool.query(
      'INSERT INTO mastra_admin.mask_rule (id, target, effect, created_by) VALUES (gen_random_uuid(), $1, $2, $3)',
      [target, effect, 'test'],
    )
}
