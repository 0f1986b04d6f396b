/** Adds styles that come with a script to the page, after its own. A policy that knows the page's style elements does not forbid it. */
export function addStyles(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
