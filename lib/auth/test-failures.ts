/** For tests in which it does not matter that a sign-in failed. */
export const unnoted = () => undefined
