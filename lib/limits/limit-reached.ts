import { AppError } from '../errors'

/** LIMIT, with the seconds after which asking again helps. */
export class LimitReached extends AppError {
  constructor(
    complaint: string,
    readonly seconds: number,
  ) {
    super('LIMIT', `${complaint} Try again in ${inWords(seconds)}.`)
  }
}

function inWords(seconds: number): string {
  if (seconds >= 120) return `${Math.ceil(seconds / 60)} minutes`
  return seconds === 1 ? 'a second' : `${seconds} seconds`
}
