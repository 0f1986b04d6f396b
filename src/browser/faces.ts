/** What the first screen is set in. Mono is not among them: its stand-ins are exactly as wide, so it may come at any time. */
export const faces = ['1em IBM Plex Sans', '600 1em IBM Plex Sans', '1em IBM Plex Serif'];

/** Where it is remembered that the browser has the fonts. */
export const fontsKey = 'fonts';

/** The class of a page whose fonts have not been asked for. */
export const unfetched = 'unfetched';

/** On a slow line the fonts come when the page is idle, for the pages after it: a change of face would lay this one out anew. */
export async function fetchFonts({ documentElement, fonts }: Document): Promise<void> {
  if (!documentElement.classList.contains(unfetched)) return;
  await Promise.all(['1em IBM Plex Mono', ...faces].map((face) => fonts.load(face)));
  localStorage.setItem(fontsKey, '1');
}
