/** A chapter's path as a word: "/pid/" → "pid", "/" → "introduction". */
export function slugOf(path: string): string {
  return path.replaceAll('/', '') || 'introduction';
}

/** The rules that leave only the scenes of the chosen chapter and lens, and say so when there is none that is both. */
export function filterRules(scenes: { chapter: string; lens: string }[]): string {
  const chosen = (name: string, value: string) => `:has(.shelf-filter [name=${name}][value="${value}"]:checked)`;
  const of = (name: 'chapter' | 'lens') => [...new Set(scenes.map((scene) => scene[name]))];
  const hide = (name: 'chapter' | 'lens') =>
    of(name).map((value) => `main${chosen(name, value)} .shelf>:not([data-${name}="${value}"]){display:none}`);
  const none = of('chapter').flatMap((chapter) =>
    of('lens')
      .filter((lens) => !scenes.some((scene) => scene.chapter === chapter && scene.lens === lens))
      .map((lens) => `main${chosen('chapter', chapter)}${chosen('lens', lens)} .shelf-none`),
  );
  return [...hide('chapter'), ...hide('lens'), none.length ? `${none.join()}{display:block}` : ''].join('');
}
