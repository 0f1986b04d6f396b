import type { HostFacts } from '../../../host/facts.ts';
import type { Answer, Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';
import { answerHeight } from './plan.ts';
import * as wording from './words.ts';

/** What one place was answered in a step, and whether by a kernel of its own. */
export interface Said {
  by: string;
  text: string;
  own: boolean;
}

/** This step's answers in few words; the long id that starting a container prints is none. */
export function answersOf(facts: HostFacts, { answers = [] }: Told): Said[] {
  return answers.flatMap((answer) => {
    const text = briefly(answer);
    const own = (facts.machines ?? []).some(({ kind, name }) => kind !== 'host' && name === answer.by);
    return text === '' || /^[0-9a-f]{64}$/.test(text) ? [] : [{ by: answer.by, text, own }];
  });
}

function briefly({ command, lines }: Answer): string {
  const [first = '', ...others] = lines;
  // free prints a table whose first number is the total; ps one with a head. free(1), ps(1)
  const total = lines.map((line) => /^Mem: +(\d+)/.exec(line)?.[1]).find((number) => number !== undefined);
  if (total) return `${total} MiB`;
  if (first.startsWith('PID '))
    return others.map((line) => line.split(/ +/).slice(0, 2).join(' ').replace('qemu-system-x86', 'qemu')).join(', ');
  if (/wc -l$/.test(command)) return `${first} processes`;
  const refusal = /: ([A-Z][^:]*)$/.exec(first)?.[1];
  return refusal ?? first.replace(/^\[ *[\d.]+\] /, '').replace(/ \(.*$/, '');
}

/** A text on lines of so much room, broken at its spaces, else at its dashes. */
export function wrapped(text: string, room: number, size: number): string[] {
  const fits = (line: string) => measure(line.trimEnd(), 'mono', size) <= room;
  if (fits(text)) return [text];
  const words = text.includes(' ') ? text.split(/(?<= )/) : text.split(/(?<=-)/);
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ''}${word}`;
    if (lines.length > 0 && fits(longer)) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines.map((line) => shorten(line.trimEnd(), 'mono', size, room));
}

/** What the host's kernel answered, a line for each that asked it, on the slab itself. */
export function hostAnswers(answers: Said[], metrics: Metrics, y: number): Shape[] {
  const low = metrics.format === 'landscape';
  const given = answers.filter(({ own }) => !own).slice(0, 2);
  const size = low ? 13 : 12;
  const pen = penFor('slab', 'slab-answers');
  const { left, right } = metrics;
  const height = answerHeight[metrics.format];
  const names = given.map(({ by }) => shorten(by, 'mono', size, 10 * size));
  const from = left + 26 + Math.max(0, ...names.map((name) => measure(name, 'mono', size)));
  const [one, two] = given;
  const long = given.some(({ text }) => measure(text, 'mono', size) > right - 14 - from);
  // The same answer twice is one line of its own, where it would be cut beside the names.
  const rows =
    long && one && two && one.text === two.text
      ? [
          { id: 'both', by: shorten(wording.both(one.by, two.by), 'mono', size, right - left - 28), text: '' },
          { id: 'whole', by: '', text: one.text },
        ]
      : given.map(({ by, text }, index) => ({ id: by, by: names[index] ?? '', text }));
  return [
    pen.box('plate', { x: left, y, width: right - left, height, fill: 'slab', hatched: true }),
    ...rows.flatMap(({ id, by, text }, index) => {
      const at = { y: y + 16 + index * 17, size, font: 'mono', tone: 'on-slab' } as const;
      const x = id === 'whole' ? left + 14 : from;
      return [
        ...(by ? [pen.text(`by-${id}`, { ...at, x: left + 14, text: by })] : []),
        ...(text ? [pen.text(`answer-${id}`, { ...at, x, text: shorten(text, 'mono', size, right - 14 - x) })] : []),
      ];
    }),
  ];
}
