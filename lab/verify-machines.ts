/** A Docker that verify.sh is tried on, and where it must answer differently from the recorded one: scene/step. */
export interface Tried {
  name: string;
  expected: string[];
}

/** The recorded host itself, of which every answer must be as recorded. */
export const itself: Tried = { name: 'the recorded host', expected: [] };

/** The same Docker with userns-remap: every container has one namespace more, and files say so. */
export const remapped: Tried = {
  name: 'the recorded host with userns-remap',
  expected: [
    'beside/greedy',
    'beside/web',
    'eight/start',
    'eight/links',
    'fork-bomb/start',
    'fourteen/start',
    'hostname/start',
    'joined/prepare',
    'knobs/start',
    'layers/start',
    'memory-line/start',
    'meter-tree/start',
    'one-process/start',
    'own-root/start',
    'pid-one/start',
    'quota/start',
    'same-slab/start',
    'shares/light',
    'shares/web',
    'two-cables/start-web',
    'two-cables/start-db',
    'two-numbers/start',
    'which-wall/start',
    'whose-clock/start',
  ],
};

/** Debian 12 with Docker 20.10 on cgroup v1: the cgroup namespace is the host's, and the files have other names. */
export const old: Tried = {
  name: 'Debian 12 on cgroup v1',
  expected: [
    'beside/greedy',
    'beside/web',
    'beside/files',
    'eight/start',
    'fork-bomb/start',
    'fourteen/start',
    'hostname/start',
    'joined/prepare',
    'knobs/start',
    'layers/start',
    'memory-line/start',
    'memory-line/limits',
    'meter-tree/start',
    'one-process/start',
    'own-root/start',
    'own-root/inside',
    'own-root/outside',
    'own-root/limits',
    'pid-one/start',
    'quota/start',
    'quota/limit',
    'same-slab/start',
    'shares/light',
    'shares/web',
    'shares/weights',
    'two-cables/start-web',
    'two-cables/start-db',
    'two-numbers/start',
    'which-wall/start',
    'whose-clock/start',
  ],
};

/** The scene and step of every answer that verify.sh called different, in its order, each once. */
export function differingIn(output: string): string[] {
  return [...new Set([...output.matchAll(/^ +DIFFERS \(([\w-]+\/[\w-]+)\)$/gm)].map(([, place = '']) => place))];
}

/** What is wrong with a run of verify.sh, one sentence each; none when it differs where it must and explains it. */
export function mistakesIn(output: string, { name, expected }: Tried): string[] {
  const found = differingIn(output);
  const mistakes: string[] = [];
  for (const place of expected)
    if (!found.includes(place)) mistakes.push(`${name}: expected ${place} to differ, found it as recorded.`);
  for (const place of found)
    if (!expected.includes(place)) mistakes.push(`${name}: expected ${place} as recorded, found it different.`);
  if (output.includes('this script knows no reason'))
    mistakes.push(`${name}: expected a reason for every difference, found one without.`);
  if (!/^\d+ answers compared, /m.test(output))
    mistakes.push(`${name}: expected the script to come to its end, found that it did not.`);
  return mistakes;
}
