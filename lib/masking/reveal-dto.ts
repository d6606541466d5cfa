/** Seconds for which a revealed value is shown. */
export const SHOWN_SECONDS = 60
