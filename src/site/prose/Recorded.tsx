import { facts } from 'virtual:facts';
import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { quote } from '../../host/entity.ts';
import type { SceneScript } from '../../recording/script.ts';
import { authorError } from '../author-error.ts';
import { ChapterContext } from './chapter-context.ts';
import { oneOf } from './one-of.ts';

const scripts = import.meta.glob<SceneScript>('/content/scenes/*/scene.ts', { eager: true, import: 'default' });

interface Props {
  scene: string;
  /** The step after which the kernel was asked. */
  step: string;
  /** `sleep.pid`: an entity of the scene, and what to tell of it. */
  value: string;
  /** Absent: the take that is told. */
  take?: string;
  /** What the sentence means: another step or value that is there as well would else stand in its place unnoticed. */
  is: string;
}

/** A value that was recorded, so that no sentence outlives the recording it quotes. */
export function Recorded(props: Props) {
  const { file } = use(ChapterContext);
  return recordedValue(`${file}, <Recorded scene="${props.scene}" step="${props.step}" value="${props.value}">`, props);
}

function recordedValue(place: string, { scene: id, step: stepId, take: takeId, value, is }: Props): string {
  const scene = oneOf(place, 'scene', scenes, id);
  const take = takeId ? oneOf(place, `take of ${id}`, scene.takes, takeId) : scene.takes[0];
  const step = oneOf(place, `step of ${id}`, take?.steps ?? [], stepId);
  try {
    const then = facts[id]?.[take?.id ?? '']?.[step.id];
    if (!then) throw new Error('nothing was recorded there.');
    const found = quote(value, then, scripts[`/content/scenes/${id}/scene.ts`]?.entities ?? {});
    if (found !== is) throw new Error(`expected is="${found}", which was recorded there, found is="${is ?? ''}".`);
    return found;
  } catch (error) {
    throw authorError(`${place}: ${error instanceof Error ? error.message : error}`);
  }
}
