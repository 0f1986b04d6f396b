import { href, type Site } from '../site.ts';

/** What stands in the place of a page that is not kept while there is no network. */
export function NotKept({ site }: { site: Site }) {
  return (
    <main className="whole" id="content">
      <h1>This page is not kept here</h1>
      <p>
        There is no network, and this browser has not kept this page. The chapters that you have read are kept and play
        as before: <a href={href(site, '/')}>the Introduction</a> leads to them.
      </p>
    </main>
  );
}
