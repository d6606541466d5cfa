/** How the trail calls whoever has not signed in. No e-mail reads like this. */
export const STRANGER = 'not signed in'
