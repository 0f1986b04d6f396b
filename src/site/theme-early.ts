/** Where the reader's choice is remembered; absent: as the system has it. */
export const themeKey = 'theme';

/**
 * Runs in the head, before anything is drawn, so that no page flashes in the other theme.
 * Storage that is forbidden throws already when it is named.
 */
export const restoreTheme = `(d=>{d.className='js';try{let t=localStorage.getItem('${themeKey}');if(t=='light'||t=='dark')d.dataset.theme=t}catch{}})(document.documentElement)`;
