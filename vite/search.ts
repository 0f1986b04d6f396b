import MiniSearch from 'minisearch';
import { glossary } from '../content/glossary.ts';
import { ledger } from '../content/ledger.ts';
import { type Lead, leads } from '../content/synonyms.ts';
import { type Entry, options } from '../src/browser/search/options.ts';
import { fail } from '../src/compile/author-error.ts';
import { writeAddress } from '../src/player/address.ts';
import type { Rich, SceneData, StepData, TakeData } from '../src/scene/data.ts';
import { commandOf, scoreOf } from '../src/scene/score.ts';
import type { Rendered } from '../src/site/server.tsx';
import * as words from '../src/words/index.ts';

/** What the search asks of a page. */
export type Page = Pick<Rendered, 'route' | 'title' | 'tone' | 'scenes' | 'prose' | 'ledger'>;

/** The index over everything that can be found in the chapters, as the browser loads it. */
export function searchIndex(pages: Page[], scenes: SceneData[], given = leads): string {
  const index = new MiniSearch(options);
  index.addAll(withLeads(entriesOf(pages, scenes), given));
  return JSON.stringify(index);
}

/** What can be found: each section of prose, each step of each scene (of another take where it differs), each resource, each term. */
export function entriesOf(pages: Page[], scenes: SceneData[]): Entry[] {
  const found = [
    ...pages.flatMap(sectionsOf),
    ...pages.flatMap((page) => scenesOn(page, scenes).flatMap((scene) => stepsOf(page, scene))),
    ...pages.filter(({ ledger }) => ledger).flatMap(resourcesOn),
    ...glossary.map(
      ({ id, term, short }): Found => ({
        title: term,
        place: 'Glossary',
        text: short,
        path: `/glossary/#${id}`,
        kind: 'list',
      }),
    ),
  ];
  return found.map((entry, id) => ({ id, ...entry }));
}

/** The entries with readers' own words for them, and with those that say that something is not here; throws one sentence for an address that nothing has. */
export function withLeads(entries: Entry[], leads: Lead[]): Entry[] {
  const file = 'content/synonyms.ts';
  const at = (path: string) =>
    entries.find((entry) => entry.path === path) ?? fail({ file }, 'an address that the search knows', path);
  const also = new Map<string, string[]>();
  for (const { words, to, missing } of leads)
    for (const { path } of to.map(at)) if (!missing) also.set(path, [...(also.get(path) ?? []), ...words]);
  const named = entries.map((entry) => {
    const words = also.get(entry.path);
    return words ? { ...entry, also: words.join(', ') } : entry;
  });
  const near = leads.flatMap(({ words, to, missing }) =>
    missing ? to.map(at).map((target) => nearest(missing, words, target)) : [],
  );
  return [...named, ...near.map((entry, i) => ({ id: entries.length + i, ...entry }))];
}

function nearest(missing: string, names: string[], { title, place, path, tone }: Entry): Found {
  const text = words.search.nearestIs(title, place);
  const also = names.join(', ');
  return { title: missing, place: words.search.notShown, text, path, kind: 'near', also, ...(tone ? { tone } : {}) };
}

type Found = Omit<Entry, 'id'>;

/** Pages that name everything once more. */
const lists = ['/ledger/', '/recordings/', '/workbench/'];

// This reads our own HTML: a section's words come from Markdown and from components in it alike, and what those say (values of recordings,
// tables, questions) stands nowhere before React has rendered them; React gives that out as markup alone. Scenes, the ledger and the
// glossary are found by their values.
function sectionsOf({ route, title: page, tone, prose }: Page): Found[] {
  const [, main = ''] = /<\/h1>(.*?)<(?:nav class="onward"|footer)/s.exec(withoutRepeats(prose)) ?? [];
  return main.split(/(?=<h[23]\b)/).flatMap((section) => {
    const [heading = '', id, inside = ''] = /^<h[23](?: id="([^"]*)")?>(.*?)<\/h[23]>/s.exec(section) ?? [];
    // A heading without an address is one of a list's.
    if (heading && !id) return [];
    const text = plain(notesLast(section.slice(heading.length)));
    const path = id ? `${route}#${id}` : route;
    const kind = lists.includes(route) ? 'list' : 'prose';
    return text ? [{ title: plain(inside) || page, place: page, text, path, kind, ...(tone ? { tone } : {}) }] : [];
  });
}

function scenesOn({ scenes: ids }: Page, scenes: SceneData[]): SceneData[] {
  return scenes.filter(({ id }) => ids.includes(id));
}

function stepsOf({ route, title, tone }: Page, scene: SceneData): Found[] {
  const score = scoreOf(scene);
  const told = scene.takes[0]?.steps ?? [];
  return scene.takes.flatMap((take, t) =>
    take.steps.flatMap((step, i) => {
      const entry = stepEntry(scene, take, t, step, i);
      const first = told[i];
      const isSame = t > 0 && first && commandOf(first) === commandOf(step) && said(first.after) === said(step.after);
      const path = route + writeAddress(scene.id, score, { take: take.id, step: i + 1 });
      const place = `${title} · ${entry.place}`;
      return isSame ? [] : [{ ...entry, place, path, kind: 'step' as const, ...(tone ? { tone } : {}) }];
    }),
  );
}

function stepEntry(scene: SceneData, take: TakeData, takeIndex: number, step: StepData, index: number) {
  const printed = Object.values(step.printed).flatMap(({ rows, commandRows }) =>
    rows.slice(commandRows).map((row) => row.map((run) => run.text).join('')),
  );
  const { question = [], because = [] } = step.predict ?? {};
  return {
    title: commandOf(step).replaceAll('\n', '; '),
    place: words.search.step(scene.title, index + 1, takeIndex > 0 ? take.label : undefined),
    text: [said(step.before), said(question), ...printed, said(step.after), said(because)]
      .join(' ')
      .replace(/\s+/g, ' ')
      // Ids do not help to find anything, and weigh more than words.
      .replace(/\b(?=[a-f]*\d)([\da-f]{12})[\da-f]{52}\b/g, '$1…')
      .trim(),
  };
}

/** The rows of the ledger, each at its own address. */
function resourcesOn({ route, title }: Page): Found[] {
  return ledger.map(({ id, name, is, default: how, see, changes, by }) => ({
    title: name,
    place: title,
    text: [
      `${is.join(', ')}: ${how}.`,
      typeof by === 'string' ? words.search.keptBy(by) : words.search.keptByNamespace(by.ns),
      see ? words.search.seeWith(see) : '',
      words.search.changedBy(changes.replaceAll('`', '')),
    ]
      .filter(Boolean)
      .join(' '),
    path: `${route}#r-${id}`,
    kind: 'list',
  }));
}

function said(rich: Rich): string {
  return rich.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}

/** The resources of the ledger are found one by one, and the lessons where they are told. */
function withoutRepeats(markup: string): string {
  return markup.replace(/<section class="(?:ledger|scene bench-scene coming)".*?<\/section>/gs, '');
}

/** A section's text without the numbers of its notes, and the notes after it. */
function notesLast(markup: string): string {
  const notes: string[] = [];
  const text = markup
    .replace(/<sup class="source-mark">.*?<\/sup>/gs, '')
    .replace(/<div class="source-note"[^>]*><a class="n".*?<\/a>(<div>.*?<\/div>)<\/div>/gs, (_, note: string) => {
      notes.push(note);
      return '';
    });
  return text + notes.join('');
}

/** The words of our own markup. */
function plain(markup: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
  return markup
    .replace(/<(?:\/(?:p|li|div|td|th|dt|dd|pre|summary|h\d)|br)\b[^>]*>/g, ' ')
    .replace(/<svg\b.*?<\/svg>|<[^>]*>/gs, '')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
