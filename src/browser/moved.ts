/** Leads whoever comes with an address of a scene that has moved to the page where it stands now, at the same step. */
export function leadOn(page: Document): void {
  const [id = ''] = page.location.hash.slice(1).split('/');
  const link = [...page.querySelectorAll<HTMLAnchorElement>('a[data-moved]')].find(({ dataset }) =>
    dataset.moved?.split(' ').includes(id),
  );
  // A page that has all chapters has the scene as well.
  if (link && !page.getElementById(id)) page.location.replace(link.href + page.location.hash);
}
