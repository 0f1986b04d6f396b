import type { Resource } from '../../../content/ledger.ts';
import { writeAddress } from '../../player/address.ts';
import type { SceneData } from '../../scene/data.ts';
import { scoreOf } from '../../scene/score.ts';
import { authorError } from '../author-error.ts';

/** A step that shows something, as a link: where it is, and the name of its scene. */
export interface Shown {
  /** Below the base: `/pid/#one-process/3`. */
  href: string;
  scene: string;
  title: string;
  /** Counted from 1. */
  step: number;
}

/** The step that a resource names, as a link; throws one sentence when the resource names nothing that is there. */
export function shownIn(
  resource: Resource,
  scenes: SceneData[],
  homes: ReadonlyMap<string, { path: string }>,
): Shown | undefined {
  const place = `content/ledger.ts, ${resource.id}`;
  const { shown } = resource;
  if (!shown) {
    if (!resource.source) throw authorError(`${place}: expected a step that shows it or a source, found neither.`);
    return undefined;
  }
  return stepLink(place, shown, scenes, homes);
}

/** A step as a link; throws one sentence, which begins with `place`, when there is no such step. */
export function stepLink(
  place: string,
  shown: { scene: string; step: string; take?: string },
  scenes: SceneData[],
  homes: ReadonlyMap<string, { path: string }>,
): Shown {
  const scene = scenes.find(({ id }) => id === shown.scene);
  if (!scene) throw authorError(`${place}: expected a scene (${named(scenes)}), found "${shown.scene}".`);
  const take = shown.take === undefined ? scene.takes[0] : scene.takes.find(({ id }) => id === shown.take);
  if (!take)
    throw authorError(`${place}: expected a take of ${scene.id} (${named(scene.takes)}), found "${shown.take}".`);
  const step = take.steps.findIndex(({ id }) => id === shown.step) + 1;
  if (!step)
    throw authorError(`${place}: expected a step of ${scene.id} (${named(take.steps)}), found "${shown.step}".`);
  const home = homes.get(scene.id);
  if (!home) throw authorError(`${place}: expected a scene that stands in a chapter, found "${scene.id}".`);
  const href = home.path + writeAddress(scene.id, scoreOf(scene), { step, take: take.id });
  return { href, scene: scene.id, title: scene.title, step };
}

/** One sentence that lists the resources which no step shows; undefined when there are none. */
export function onlySourced(ledger: Resource[]): string | undefined {
  const list = ledger.filter(({ shown }) => !shown).map(({ name }) => name);
  if (list.length === 0) return undefined;
  return `content/ledger.ts: ${list.length} of ${ledger.length} resources have a source and no step: ${list.join('; ')}.`;
}

/** Throws one sentence when two resources would keep their answers under one name. */
export function checkIds(ledger: Resource[]): void {
  const twice = ledger.find(({ id }, at) => ledger.findIndex((other) => other.id === id) !== at);
  if (twice)
    throw authorError(`content/ledger.ts: expected an id of its own for ${twice.name}, found "${twice.id}" twice.`);
}

function named(list: { id: string }[]): string {
  return list.map(({ id }) => id).join(', ');
}
