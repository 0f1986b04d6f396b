import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { type Entry, options } from '../src/site/search/options.ts';
import { compile } from './compile/compile.ts';
import { recordings, script } from './compile/fixture.ts';
import { entriesOf, searchIndex } from './search.ts';

const page = {
  route: '/pid/',
  html: `<h1>PID &amp; more</h1><p>Before.</p><div class="island" data-scene="sample"><!--island--><p>hidden</p><!--/island--></div>
    <h2 id="why"><a href="#why">Why</a></h2><p>A <code>cgroup</code> counts<sup>1</sup>.</p><p>Next.</p><h3 id="how">How</h3><p>So.</p><nav class="onward">No</nav>`,
};

test('prose is found by section, without what its scenes and its frame say', async () => {
  const entries = entriesOf([page], []).filter(({ place }) => place !== 'Glossary');
  expect(entries).toEqual([
    { id: 0, title: 'PID & more', place: 'PID & more', text: 'Before.', path: '/pid/' },
    { id: 1, title: 'Why', place: 'PID & more', text: 'A cgroup counts1. Next.', path: '/pid/#why' },
    { id: 2, title: 'How', place: 'PID & more', text: 'So.', path: '/pid/#how' },
  ]);
});

test('each step of a scene is found by its command and by what it printed, at its own address', async () => {
  const scene = await compile(script, recordings());
  const index = MiniSearch.loadJSON<Entry>(searchIndex([page], [scene]), options);
  expect(index.search('ps pid,args')[0]).toMatchObject({
    title: 'ps -o pid,args',
    place: 'PID & more · A sample, step 2',
    path: '/pid/#sample/2',
  });
  expect(index.search('veth')[0]).toMatchObject({ place: 'Glossary', path: '/glossary/#veth' });
});

test('a scene that stands on no page is not found', async () => {
  const scene = await compile(script, recordings());
  // A table may name the scene that shows something.
  const html = page.html
    .replace('"sample"', '"other"')
    .replace('<h2', '<table><tr data-scene="sample"></tr></table><h2');
  const pages = [{ ...page, html }];
  expect(entriesOf(pages, [scene]).some(({ path }) => path.includes('sample'))).toBe(false);
});
