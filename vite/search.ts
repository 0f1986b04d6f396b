import MiniSearch from 'minisearch';
import { glossary } from '../content/glossary.ts';
import { writeAddress } from '../src/player/address.ts';
import type { Rich, SceneData, StepData, TakeData } from '../src/scene/data.ts';
import { commandOf, scoreOf } from '../src/scene/score.ts';
import { type Entry, options } from '../src/site/search/options.ts';

interface Page {
  route: string;
  html: string;
}

/** The index over everything that can be found in the chapters, as the browser loads it. */
export function searchIndex(pages: Page[], scenes: SceneData[]): string {
  const index = new MiniSearch(options);
  index.addAll(entriesOf(pages, scenes));
  return JSON.stringify(index);
}

/** What can be found: each section of prose, each step of each scene (of another take where it differs), each term. */
export function entriesOf(pages: Page[], scenes: SceneData[]): Entry[] {
  const found = [
    ...pages.flatMap(sectionsOf),
    ...pages.flatMap((page) => scenesOn(page, scenes).flatMap((scene) => stepsOf(page, scene))),
    ...glossary.map(({ id, term, short }) => ({
      title: term,
      place: 'Glossary',
      text: short,
      path: `/glossary/#${id}`,
    })),
  ];
  return found.map((entry, id) => ({ id, ...entry }));
}

type Found = Omit<Entry, 'id'>;

function sectionsOf({ route, html }: Page): Found[] {
  const [, main = ''] = /<\/h1>(.*?)<(?:nav class="onward"|footer)/s.exec(withoutScenes(html)) ?? [];
  const page = titleOf(html);
  return main.split(/(?=<h[23]\b)/).flatMap((section) => {
    const [heading = '', id = '', inside = ''] = /^<h[23] id="([^"]*)">(.*?)<\/h[23]>/s.exec(section) ?? [];
    const text = plain(section.slice(heading.length));
    const path = id ? `${route}#${id}` : route;
    return text ? [{ title: plain(inside) || page, place: page, text, path }] : [];
  });
}

function scenesOn({ html }: Page, scenes: SceneData[]): SceneData[] {
  const ids = [...html.matchAll(/class="island" data-scene="([^"]+)"/g)].map(([, id]) => id);
  return scenes.filter(({ id }) => ids.includes(id));
}

function stepsOf({ route, html }: Page, scene: SceneData): Found[] {
  const score = scoreOf(scene);
  const told = scene.takes[0]?.steps ?? [];
  return scene.takes.flatMap((take, t) =>
    take.steps.flatMap((step, i) => {
      const entry = stepEntry(scene, take, t, step, i);
      const first = told[i];
      const isSame = t > 0 && first && commandOf(first) === commandOf(step) && said(first.after) === said(step.after);
      const path = route + writeAddress(scene.id, score, { take: take.id, step: i + 1 });
      return isSame ? [] : [{ ...entry, place: `${titleOf(html)} · ${entry.place}`, path }];
    }),
  );
}

function stepEntry(scene: SceneData, take: TakeData, takeIndex: number, step: StepData, index: number) {
  const printed = Object.values(step.printed).flatMap(({ rows, commandRows }) =>
    rows.slice(commandRows).map((row) => row.map((run) => run.text).join('')),
  );
  const variant = takeIndex > 0 ? `, ${take.label}` : '';
  return {
    title: commandOf(step).replaceAll('\n', '; '),
    place: `${scene.title}, step ${index + 1}${variant}`,
    text: [said(step.before), ...printed, said(step.after)].join(' ').replace(/\s+/g, ' ').trim(),
  };
}

function said(rich: Rich): string {
  return rich.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}

function withoutScenes(html: string): string {
  return html.replace(/<!--island-->.*?<!--\/island-->/gs, '');
}

function titleOf(html: string): string {
  return plain(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '');
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
