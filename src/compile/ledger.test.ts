import { expect, test } from 'vitest';
import { ledger, type Resource } from '../../content/ledger.ts';
import { scriptOf } from '../../vite/scenes.ts';
import { inputsOf, stepInTake } from '../recording/script.ts';

/** Rows whose step shows the same thing by another command than the one that a reader would type. */
const otherwise: Record<string, string> = {
  'same-bridge': 'ping -c 2 172.17.0.2',
  keyring: 'cat /proc/key-users',
  uptime: 'readlink /proc/self/ns/*',
};

async function typedIn({ shown }: Resource): Promise<string> {
  if (!shown) return '';
  const { steps, takes } = await scriptOf('.', shown.scene);
  const step = steps.find(({ id }) => id === shown.step);
  const take = shown.take ?? Object.keys(takes)[0] ?? '';
  return step
    ? inputsOf(stepInTake(step, take))
        .map(({ type }) => type)
        .join('; ')
    : '';
}

/** What a command is about: its last word that is no option, in parts; or its name, where there is no such word. */
function subjectOf(command: string): string[] {
  const parts = command.split(' ').at(-1)?.split(/\W+/).filter(Boolean) ?? [];
  return parts.length > 0 ? parts : [command.split(' ')[0] ?? ''];
}

test('the step that a row of the ledger points at types what the row says one sees it with', async () => {
  const wrong: string[] = [];
  for (const row of ledger.filter(({ shown, see }) => shown && see)) {
    const typed = await typedIn(row);
    const about = otherwise[row.id] ? [otherwise[row.id] ?? ''] : subjectOf(row.see ?? '');
    if (!about.every((word) => typed.includes(word)))
      wrong.push(`${row.id}: ${row.see}, but ${row.shown?.step} types ${typed}`);
  }
  expect(wrong).toEqual([]);
});
