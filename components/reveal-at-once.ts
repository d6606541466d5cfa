/**
 * Run before anything of the page is drawn. React's server renderer lets what comes late take the place of its skeleton 300 ms after the last such
 * change at the earliest (`$RT` in the script that it sends along, React 19.3), so that pages do not flicker. Skeletons here have the
 * size of what replaces them, and rows are what people came for: they wait for nothing. Without `$RT` this does nothing.
 */
export const REVEAL_SCRIPT = `Object.defineProperty(window,'$RT',{get:()=>-300,set(){}})`
