import { href, type Site } from './site.ts';

/** What the 404 page says. */
export function NotFound({ site }: { site: Site }) {
  return (
    <p>
      The address may be mistyped, or the chapter may not be written yet. The contents list what there is; the{' '}
      <a href={href(site, '/')}>Introduction</a> is a good place to start.
    </p>
  );
}
