/** Values that one label may take. More than there are names in the code, and few enough for any Prometheus. */
const MOST = 300

/** Lets the first `most` different names through and calls every other one `other`, so that no mistake makes a label without end. */
export function bounded(most = MOST): (name: string) => string {
  const known = new Set<string>()
  return (name) => {
    if (known.has(name)) return name
    if (known.size >= most) return 'other'
    known.add(name)
    return name
  }
}
