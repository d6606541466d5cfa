/** What a sign-in answers when the password is right and a one-time code is missing: a word for the page, not a sentence. */
export const CODE_NEEDED = 'CodeNeeded'

export const WRONG_CODE = 'This code is not right, or was used before. Wait for the next one, or use a recovery code.'

/** Where a window that was opened for it tells the page behind it that someone has signed in again: their e-mail. */
export const PROOF_CHANNEL = 'mastra-admin proof'
