/** Where the choice of theme is kept: `light`, `dark`, or nothing to follow the system. */
export const THEME_KEY = 'theme'

/**
 * Runs before the first paint and on each change of the system's theme: puts the theme in force on `<html data-theme>`, which
 * the stylesheet reads.
 */
export const THEME_SCRIPT = `(function(){
var media=matchMedia('(prefers-color-scheme: dark)');
function apply(){var chosen=null;try{chosen=localStorage.getItem('${THEME_KEY}')}catch(e){chosen=null}
document.documentElement.dataset.theme=chosen==='light'||chosen==='dark'?chosen:media.matches?'dark':'light'}
apply();media.addEventListener('change',apply);addEventListener('storage',apply);addEventListener('themechange',apply)})()`
