import { describe, expect, it } from 'vitest'
import { isSecretKey, isSecretPath } from './secret-keys'

const secret = `token tokens token2 access_token accessToken ACCESS_TOKEN accesstoken refreshToken id_token IDToken OAuthToken
  oauth-token csrfToken passwordResetToken session_token tokenHash token_v2 secret clientSecret client-secret CLIENT_SECRET
  secretAccessKey AWSSecretAccessKey webhookSecret secretKey secretValue password Password user_password newPassword
  passwordHash passwordhash passwordHint dbpassword db_pass smtpPass passwd pwd passphrase apiKey api_key apikey APIKey
  APIkey x-api-key X-API-Key stripe.api.key privateKey private_key_pem accessKey signingKey signing_secret encryptionKey
  authorization Authorization authorizationHeader proxy-authorization authorization_code bearer bearerToken cookie
  set-cookie cookies sessionId session_id JSESSIONID credential credentials awsCredentials creds jwt otp totpSecret
  mfaCode backup_codes cvv cvc2 cardNumber card_number pin cardPin auth pass contraseña пароль ｐａｓｓｗｏｒｄ consumer_key`

const innocent = `tokenCount token_count tokens_used maxTokens max_output_tokens total_tokens prompt_tokens
  completionTokens nextPageToken page_token nextSyncToken user_next_page_token continuationToken nextpagetoken tokenType
  token_expires_at tokenExpiry expires_in passwordChangedAt password_updated_at passwordUpdatedOn hasPassword has_secret
  requiresToken isSecret passwordPolicy passwordRequired secretName secretType secret_scanning
  secret_scanning_push_protection secretary secretariat keyboard monkey turkey hotkey keynote key keys publicKey public_key
  primaryKey sortKey issueKey publishableKey idempotencyKey cookieConsent cookiePolicy authorName author
  author_association authority authorizationStatus authType authMethod oauth clientId client_id session sessionCount
  passenger passport boardingPass passed compass spin pinned pinCount opinion iban signature shipping zipCode countryCode
  code id number tokenize bitcoin broken stoken_id email name title 名前 😀 `

describe('isSecretKey', () => {
  it.each(secret.split(/\s+/).filter(Boolean))('%s is secret', (key) => {
    expect(isSecretKey(key)).toBe(true)
  })

  it.each(innocent.split(/\s+/).filter(Boolean))('%s is not', (key) => {
    expect(isSecretKey(key)).toBe(false)
  })

  it.each(['API Key', 'Client  secret', 'Card number', 'mot de password', ' token '])(
    'reads the words of "%s"',
    (key) => {
      expect(isSecretKey(key)).toBe(true)
    },
  )

  it.each(['', '  ', '__proto__', 'constructor', '…', 'Token count'])('finds none in "%s"', (key) => {
    expect(isSecretKey(key)).toBe(false)
  })
})

describe('isSecretPath', () => {
  it('is secret from the first secret step on', () => {
    expect(isSecretPath(['credentials', 'user'])).toBe(true)
    expect(isSecretPath(['hooks', '0', 'config', 'secret'])).toBe(true)
    expect(isSecretPath(['properties', 'email'])).toBe(false)
    expect(isSecretPath([])).toBe(false)
  })
})
