/** Fetches what one page alone runs. Where it does not come, it must not keep back what it would have given out. */
export function runScripts(document: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-script]'))
    import(/* @vite-ignore */ part.dataset.script ?? '').catch(() => {
      delete part.dataset.veiled;
    });
}
