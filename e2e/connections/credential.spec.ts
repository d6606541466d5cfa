import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { openWhole } from '../pages/every-page'

test('a credential says when it ended and what that means, and nothing of what it holds', async ({ as, seed }) => {
  const ended = Math.floor(Date.now() / 1_000) - 3 * 86_400
  const expired = await seed.connection()
  await seed.credential(expired, `{"access_token": "canary-8a2c", "expires_at": ${ended}}`)
  const renewable = await seed.connection()
  await seed.credential(renewable, `{"token": {"refresh_token": "canary-8a2c", "expiresAt": ${ended * 1_000}}}`)
  const page = await as('SUPPORT')
  await openWhole(page, routes.connection(expired))
  await expect(page.getByText('expired 3 days ago and cannot be renewed').first()).toBeVisible()
  const credential = page.getByRole('region', { name: 'Credential' })
  await expect(credential).toContainText('has to connect again')
  await openWhole(page, routes.connection(renewable))
  await expect(credential).toContainText('can be renewed')
  await expect(page.getByRole('main')).not.toContainText('canary-8a2c')
})
