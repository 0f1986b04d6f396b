import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { find } from '../src/browser/search/find.ts';
import { type Entry, options } from '../src/browser/search/options.ts';
import { compile } from '../src/compile/compile.ts';
import { recordings, script } from '../src/compile/fixture.ts';
import { entriesOf, searchIndex, withLeads } from './search.ts';

const page = {
  route: '/pid/',
  title: 'PID & more',
  tone: 'pid' as const,
  scenes: ['sample'],
  ledger: false,
  prose: `<h1>PID &amp; more</h1><p>Before.</p><div class="island" data-scene="sample"></div>
    <h2 id="why"><a href="#why">Why</a></h2><p>A <code>cgroup</code> counts<sup class="source-mark"><a href="#source-1">1</a></sup>.</p><div class="source-note" role="note"><a class="n" href="#mark-1">1</a><div><a href="#">cgroups(7)</a>. A note.</div></div><p>Next.</p><h3 id="how">How</h3><p>So.</p><nav class="onward">No</nav>`,
};

test('prose is found by section, without what its scenes and its frame say, and with its notes last', async () => {
  const of = { place: 'PID & more', kind: 'prose', tone: 'pid' };
  const entries = entriesOf([page], []).filter(({ place }) => place !== 'Glossary');
  expect(entries).toEqual([
    { id: 0, title: 'PID & more', text: 'Before.', path: '/pid/', ...of },
    { id: 1, title: 'Why', text: 'A cgroup counts. Next. cgroups(7). A note.', path: '/pid/#why', ...of },
    { id: 2, title: 'How', text: 'So.', path: '/pid/#how', ...of },
  ]);
});

test('each step of a scene is found by its command and by what it printed, at its own address', async () => {
  const scene = await compile(script, recordings());
  const index = MiniSearch.loadJSON<Entry>(searchIndex([page], [scene], []), options);
  expect(find(index, 'ps pid,args').found[0]).toMatchObject({
    title: 'ps -o pid,args',
    place: 'PID & more · A sample, step 2',
    path: '/pid/#sample/2',
  });
  expect(find(index, 'veth').found[0]).toMatchObject({ place: 'Glossary', path: '/glossary/#veth' });
});

test('a scene that stands on no page is not found', async () => {
  const scene = await compile(script, recordings());
  // A table may name the scene that shows something.
  const prose = page.prose.replace('<h2', '<table><tr data-scene="sample"></tr></table><h2');
  const pages = [{ ...page, prose, scenes: ['other'] }];
  expect(entriesOf(pages, [scene]).some(({ path }) => path.includes('sample'))).toBe(false);
});

test('readers’ own words lead to an entry; what is missing is an entry of its own that says so', () => {
  const entries = withLeads(entriesOf([page], []), [
    { words: ['wherefore'], to: ['/pid/#why'] },
    { words: ['gizmo', 'widget'], to: ['/pid/#how'], missing: 'A gizmo' },
  ]);
  expect(entries.find(({ path }) => path === '/pid/#why')).toMatchObject({ title: 'Why', also: 'wherefore' });
  expect(entries.at(-1)).toMatchObject({
    title: 'A gizmo',
    place: 'Not shown on this site',
    text: 'The nearest is “How”: PID & more.',
    path: '/pid/#how',
    kind: 'near',
    also: 'gizmo, widget',
  });
});

test('words that lead nowhere fail the build', () => {
  expect(() => withLeads(entriesOf([page], []), [{ words: ['gone'], to: ['/pid/#gone'] }])).toThrow(
    'content/synonyms.ts: expected an address that the search knows, found /pid/#gone.',
  );
});
