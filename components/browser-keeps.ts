import { PREFERENCES } from './ui/preferences'

/** Whose the things are that a browser keeps: an id, which is no secret. In both kinds of storage, since each tab has one of its own. */
const OWNER = 'mastra-admin:person'

/** Lets go of what the browser keeps of another person, in this tab and for all of them; what this one left stays, as after a session that has ended. */
export function keepForOnly(person: string): void {
  for (const storage of storages()) {
    if (storage.getItem(OWNER) === person) continue
    forgetIn(storage)
    storage.setItem(OWNER, person)
  }
}

/** Lets go of all that the browser keeps of a person: recent filters, what was typed, places in documents. The look is the browser's and stays. */
export function forgetPerson(): void {
  for (const storage of storages()) forgetIn(storage)
}

function forgetIn(storage: Storage): void {
  for (const key of Object.keys(storage)) if (!Object.hasOwn(PREFERENCES, key)) storage.removeItem(key)
}

/** None where the browser keeps nothing for a page. */
function storages(): Storage[] {
  try {
    return [localStorage, sessionStorage]
  } catch (error) {
    console.warn(error)
    return []
  }
}
