/** Ids are cuids when Mastra makes them, but whoever imports may choose other printable text of up to 200 characters. */
const ID = /^[^\p{Cc}\p{Cs}]{1,200}$/u

/** Whether this could be the id of an entity; what cannot is answered like an id that does not exist. */
export function isEntityId(value: string): boolean {
  return ID.test(value)
}
