import { faces, fontsKey, unfetched } from '../browser/faces.ts';
import { themeKey } from '../browser/theme.ts';

// Twice the block period that the specification recommends for `font-display: optional`: who waits has a quick line, and hardly ever as long.
// That value itself gives Chromium's fonts no time at all on a first visit. https://www.w3.org/TR/css-fonts-4/#font-display-desc
const patience = 200;
// The round trip of slow 4G, as Lighthouse has it, is 150 ms; a quick line and a server that thinks take less. How long the connection took
// would tell more, but browsers make it ahead and say that it took no time.
const slow = 140;
// It is waited in so many pieces: while a processor is busy none of them goes by, and what has come in the meantime is seen.
const pieces = 20;

/**
 * Runs at the end of the head, before anything is drawn, so that nothing flashes and nothing moves afterwards:
 * restores the theme (storage that is forbidden throws already when it is named), and holds the first paint for the fonts,
 * but not long; a font that comes later waits for the next page. Where the page itself was long on its way, and the storage
 * does not say that the browser has them, src/browser/later.ts fetches them: Chromium holds the first paint for any font that is asked for,
 * and on such a line there is more to come that the reader waits for.
 * What is pressed while the rest of the page is on its way is kept for src/browser/entry.ts.
 */
export const headScript = script(`t=localStorage.${themeKey}`);

/** The same in a frame: the theme is the one that the address asks for, `?theme=dark`; what is stored is for the site's own pages. */
export const frameScript = script(`t=new URLSearchParams(location.search).get('theme')`);

function script(readTheme: string): string {
  return `(d=>{
let c=d.classList,t,n,s=document.fonts,f=${JSON.stringify(faces)},w,
go=x=>{c.remove('hold');x&&c.add('late');go=()=>{}};
c.add('js','hold');
addEventListener('click',e=>d.early?.push(e.target));d.early=[];
try{${readTheme};if(t=='light'||t=='dark')d.dataset.theme=t;n=localStorage.${fontsKey}||performance.getEntriesByType('navigation')[0];n=n.responseStart-n.requestStart}catch{}
if(n>${slow}){go(1);c.add('${unfetched}')}
else{Promise.all(f.map(x=>s.load(x))).then(()=>{go();localStorage.${fontsKey}=1}).catch(()=>go(1));w=k=>setTimeout(()=>k?w(k-1):requestAnimationFrame(()=>go(!f.every(x=>s.check(x)))),${patience / pieces});w(${pieces - 1})}
})(document.documentElement)`.replaceAll('\n', '');
}
