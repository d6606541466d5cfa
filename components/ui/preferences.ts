/**
 * What a person sets for their own browser. The first value is in force until they choose another; only a choice is stored
 * (localStorage, under the name). `<html data-NAME>` says what is in force, so that the stylesheet can read it before React runs.
 */
export const PREFERENCES = {
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  sidebar: ['wide', 'narrow'],
  shortcuts: ['on', 'off'],
} as const

export type Preference = keyof typeof PREFERENCES
export type PreferenceValue<P extends Preference> = (typeof PREFERENCES)[P][number]

/** The event that tells this page of a choice; other tabs hear of it by `storage`. */
export const PREFERENCE_EVENT = 'preferencechange'

/** Runs before the first paint, on each choice, and on each change of the system's theme. A constant: no data gets into it. */
export const PREFERENCE_SCRIPT = `(function(){
var known=${JSON.stringify(PREFERENCES)},media=matchMedia('(prefers-color-scheme: dark)');
function apply(){for(var name in known){var chosen=null;try{chosen=localStorage.getItem(name)}catch(e){chosen=null}
if(known[name].indexOf(chosen)<0)chosen=known[name][0];
if(chosen==='system')chosen=media.matches?'dark':'light';
document.documentElement.setAttribute('data-'+name,chosen)}}
apply();media.addEventListener('change',apply);addEventListener('storage',apply);addEventListener('${PREFERENCE_EVENT}',apply)})()`
