import { cgroupOf } from '../../../host/cgroups.ts';
import { meterPart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import type { Answer, Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, shorten, wrapped } from '../../paper/text.ts';
import type { BlockPlan } from './plan.ts';
import * as wording from './words.ts';

/** What this step's commands printed of a container, a line each, with the name of the file where one line is one file. */
export function readOf({ container }: Room, facts: HostFacts, { answers = [] }: Told): string[] {
  const running = facts.containers.filter(({ status }) => status === 'running');
  return answers.flatMap((answer) => {
    if (ofContainer(answer, running.length === 1 ? running[0]?.name : undefined, facts) !== container.name) return [];
    const table = answer.command.startsWith('free ') ? answer.lines.filter((line) => /^Mem:/.test(line)) : answer.lines;
    // Neither the id that docker prints, nor the long name of the cgroup that is drawn above, nor blocks beside their bytes.
    const lines = table.filter(
      (line) => !/^[0-9a-f]{64}$|^Directory \/|\.scope:$|^\d+\+\d+ records (?:in|out)$/.test(line),
    );
    const files = filesOf(answer.command);
    const asksStatus = /echo \$\?$/.test(answer.command);
    return files.length === lines.length
      ? lines.map((line, index) => `${files[index]}: ${line}`)
      : lines.map((line, index) => (asksStatus && index === lines.length - 1 ? wording.status(line) : brief(line)));
  });
}

/** Whose an answer is: the container's that the command names, that in which it ran, or the only one's. */
function ofContainer({ by, command }: Answer, only: string | undefined, { containers }: HostFacts): string | undefined {
  if (by !== 'host') return by;
  const words = command.split(/[^\w-]+/);
  const named = containers.find(({ name }) => words.includes(name));
  return named?.name ?? (/cgroup/.test(command) ? only : undefined);
}

/** The files that a command reads whole, as the shell expands them: `memory.{max,swap.max}`. */
function filesOf(command: string): string[] {
  const path = /^cat \S*\/([\w.{},]+)$/.exec(command)?.[1];
  if (!path) return command === 'nproc' ? ['nproc'] : [];
  const braces = /^(.*)\{(.*)\}(.*)$/.exec(path);
  const [, head = '', middle = '', tail = ''] = braces ?? [];
  return braces ? middle.split(',').map((each) => `${head}${each}${tail}`) : [path];
}

/** A line of a table, in its first columns. */
function brief(line: string): string {
  // The first number that free prints is the total. free(1)
  const total = /^Mem: +(\d+)/.exec(line)?.[1];
  if (total) return `Mem: ${total} total`;
  // Without the branches that systemd-cgls draws before a line. systemd-cgls(1)
  return line
    .replace(/^[\u2500-\u257f\s]+/, '')
    .replace(/\s+/g, ' ')
    .replace(/^-?bash: (line \d+: )?/, '');
}

/** The command that this step saw killed in a container: its status was that of SIGKILL, and the cgroup counted one more. */
export function killedIn({ container }: Room, facts: HostFacts, { before, answers = [] }: Told): string | undefined {
  const kills = (of: HostFacts | undefined) => (of && cgroupOf(container.name, of)?.memoryEvents.oom_kill) ?? 0;
  if (!before || kills(facts) <= kills(before)) return undefined;
  const ended = answers.find(({ lines }) => lines.includes('137'));
  if (!ended) return undefined;
  return ended.command.replace(/^docker exec \S+ /, '').split(' ')[0];
}

/** What was read, below the gauges: as many lines as there is room for. */
export function readShapes(
  { container }: Room,
  read: string[],
  at: BlockPlan,
  metrics: Metrics,
  strip: boolean,
): Shape[] {
  if (read.length === 0) return [];
  const low = metrics.format === 'landscape';
  // Above a narrow strip there is one line left.
  const room = !strip ? at.read.lines : low ? 0 : at.narrow ? 1 : at.read.lines;
  const top = at.narrow && strip ? at.strip.y - 7 : at.read.y;
  const size = low ? 13 : 12;
  const whole = read.flatMap((line) => wrapped(line, 'mono', size, at.read.width));
  const kept = (low ? packed(read, at.read.width) : whole.length <= room ? whole : read).slice(0, room);
  const pen = penFor(meterPart(container.name), `read:${container.name}`);
  return kept.map((text, index) =>
    pen.text(`line-${index}`, {
      x: at.read.x,
      y: top + index * 16,
      text: shorten(text, 'mono', size, at.read.width),
      size,
      font: 'mono',
    }),
  );
}

/** The values alone, as many on a line as it has room for; one that is too long for a line goes on on the next. */
function packed(read: string[], room: number): string[] {
  const fits = (text: string) => measure(text, 'mono', 13) <= room;
  const values = read.map((line) => line.replace(/^[\w.]+: (?=\S)/, (name) => (fits(line) ? name : '')));
  const units = values.flatMap((value) => (fits(value) ? [value] : value.split(' ')));
  const rows: string[] = [];
  for (const unit of units) {
    const longer = `${rows.at(-1)} ${unit}`;
    if (rows.length > 0 && fits(longer)) rows.splice(-1, 1, longer);
    else rows.push(unit);
  }
  return rows;
}
