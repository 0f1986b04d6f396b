import type { Speed, State } from '../player/state.ts';

const key = 'isolate:v1';

/** What a reader's browser remembers: the speed, and the answers by scene, take and step: `one-process/default/2`. */
interface Remembered {
  speed?: Speed;
  picks?: Record<string, number>;
}

/** What was remembered of a scene. Storage that is forbidden, empty or corrupt gives nothing, and costs nothing else. */
export function remembered(scene: string): Partial<State> {
  const { speed, picks } = read();
  const known: Partial<State> = {};
  if (speed === 'instant' || speed === 0.5 || speed === 2) known.speed = speed;
  known.picks = {};
  for (const [place, answer] of Object.entries(picks ?? {}))
    if (place.startsWith(`${scene}/`) && Number.isInteger(answer)) known.picks[place.slice(scene.length + 1)] = answer;
  return known;
}

/** Remembers a scene's speed and answers beside what is known of the other scenes. */
export function remember(scene: string, { speed, picks }: State): void {
  const known = read();
  const all = { ...known.picks };
  for (const place in picks) all[`${scene}/${place}`] = picks[place] as number;
  try {
    localStorage.setItem(key, JSON.stringify({ speed, picks: all }));
  } catch {
    // Full or forbidden: the answers live as long as the page.
  }
}

function read(): Remembered {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return known && typeof known === 'object' && !Array.isArray(known) ? known : {};
  } catch {
    return {};
  }
}
