import { cliActor } from '../auth/actor'
import { listOthersTokens } from '../tokens/queries'
import { revokeToken } from '../tokens/revoke-token'
import { connected } from './connected'

/** One line a token, columns divided by tabs: what follows the last one is the name, which may hold anything but control characters. */
export async function listEveryToken(): Promise<string> {
  const tokens = await connected(() => listOthersTokens(cliActor()))
  return tokens
    .map(({ id, owner, hint, state, expiresAt, lastUsedAt, lastUsedFrom, scopes, name }) => {
      const lastUse = lastUsedAt ? `${lastUsedAt} from ${lastUsedFrom}` : 'never used'
      return `${[id, owner, `${hint}…`, state, expiresAt, lastUse, scopes.join(','), name].join('\t')}\n`
    })
    .join('')
}

/** Whether it was not revoked before. */
export async function revokeById(tokenId: string): Promise<boolean> {
  return (await connected(() => revokeToken(cliActor(), { tokenId }))).changed
}
