/** Where the reader's choice is remembered; absent: as the system has it. */
export const themeKey = 'theme';

// What the first screen is set in. Mono is not waited for: its stand-ins are exactly as wide.
const faces = ['400 1em "IBM Plex Sans"', '600 1em "IBM Plex Sans"', '400 1em "IBM Plex Serif"'];
// The block period that the specification recommends for `font-display: optional`; that value itself gives
// Chromium's fonts no time at all on a first visit. https://www.w3.org/TR/css-fonts-4/#font-display-desc
const patience = 100;

/** Where it is remembered that the browser has the fonts. */
const fontsKey = 'fonts';

/**
 * Runs at the end of the head, before anything is drawn, so that nothing flashes and nothing moves afterwards:
 * restores the theme (storage that is forbidden throws already when it is named), and holds the first paint for the fonts,
 * but not long; a font that comes later waits for the next page. Where the page itself was longer on its way than that, and the browser
 * has none of them yet, they are fetched after the first paint: Chromium holds it for any font that is asked for.
 */
export const headScript = script(`t=localStorage.getItem('${themeKey}')`);

/** The same in a frame: the theme is the one that the address asks for, `?theme=dark`; what is stored is for the site's own pages. */
export const frameScript = script(`t=new URLSearchParams(location.search).get('theme')`);

function script(readTheme: string): string {
  return `(d=>{
let c=d.classList,t,k,s=document.fonts,f=${JSON.stringify(faces)},n=performance.getEntriesByType('navigation')[0],
go=late=>{c.remove('hold');late&&c.add('late');go=()=>{}},
load=()=>Promise.all(f.map(x=>s.load(x))).then(()=>{go();try{localStorage.setItem('${fontsKey}',1)}catch{}},()=>go(1));
c.add('js','hold');
try{${readTheme};if(t=='light'||t=='dark')d.dataset.theme=t;k=localStorage.getItem('${fontsKey}')}catch{}
if(!k&&n&&n.responseStart-n.requestStart>${patience}){go(1);new PerformanceObserver(load).observe({type:'paint',buffered:true})}
else{load();setTimeout(()=>requestAnimationFrame(()=>go(!f.every(x=>s.check(x)))),${patience})}
})(document.documentElement)`.replaceAll('\n', '');
}
