interface Sentence {
  message: string
  quiet: boolean
}

/** What came of a soft-deletion, in words: what was done first, then what was not and why. */
export function describeSoftDelete(outcome: { changed: string[]; unchanged: string[]; missing: string[] }): Sentence {
  const parts = [
    outcome.changed.length > 0 && `Soft-deleted ${records(outcome.changed.length)}.`,
    outcome.unchanged.length > 0 && `${already(outcome.unchanged.length)} deleted before.`,
    outcome.missing.length > 0 && `${noLonger(outcome.missing.length)}.`,
  ]
  return { message: parts.filter(Boolean).join(' '), quiet: outcome.changed.length === 0 }
}

/** What came of a restoration, in words. */
export function describeRestore(outcome: {
  changed: string[]
  unchanged: string[]
  conflicts: string[]
  missing: string[]
}): Sentence {
  const parts = [
    outcome.changed.length > 0 && `Restored ${records(outcome.changed.length)}.`,
    outcome.unchanged.length > 0 && `${already(outcome.unchanged.length)} live before.`,
    outcome.conflicts.length > 0 &&
      `${already(outcome.conflicts.length)} deleted anew since you looked, and left alone.`,
    outcome.missing.length > 0 && `${noLonger(outcome.missing.length)}.`,
  ]
  return { message: parts.filter(Boolean).join(' '), quiet: outcome.changed.length === 0 }
}

function records(count: number): string {
  return count === 1 ? '1 record' : `${count} records`
}

function already(count: number): string {
  return count === 1 ? '1 was' : `${count} were`
}

function noLonger(count: number): string {
  return count === 1 ? '1 no longer exists' : `${count} no longer exist`
}
