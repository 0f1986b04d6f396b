import type { Canvas, RoomPlan, Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import * as wording from './words.ts';

type Reported = NonNullable<Told['reports']>[number];

const row = 26;

/** How high that is which a scene's steps report of files and commands. */
export function stripHeight({ reports = [] }: Canvas, { format }: Metrics): number {
  if (reports.length === 0) return 0;
  return format === 'tall' ? 2 * row + 8 : 20;
}

/** What a step reports, below the first room: a file by its owner's number, a command by its answer. */
export function reportShapes(at: RoomPlan, metrics: Metrics, { reports = [] }: Told): Shape[] {
  const told = reports.filter(({ fresh }) => fresh).slice(0, 2);
  const [left, right] = [metrics.left + metrics.pad, metrics.right - metrics.pad];
  const top = at.y + at.height + 8;
  if (metrics.format === 'landscape') {
    if (told.length === 0) return [];
    const text = shorten(told.map((one) => `${one.of}: ${answerOf(one)}`).join(', '), 'sans', 13, right - left);
    return [penFor('host', 'report:0').text('of', { x: left, y: top + 11, text, size: 13 })];
  }
  return told.flatMap((report, index): Shape[] => {
    const pen = penFor('host', `report:${index}`);
    const y = top + index * row;
    const baseline = y + 11 + middle(13);
    const answer = answerOf(report);
    const from = right - 9 - measure(answer, 'mono', 13);
    const inside = at.inside.x + 4 + index * 14;
    return [
      pen.box('file', {
        x: left,
        y,
        width: right - left,
        height: 22,
        radius: 3,
        fill: 'paper',
        stroke: report.refused ? 'ink' : 'user',
        strokeWidth: report.refused ? 2.4 : 1.4,
      }),
      // What a process inside did comes out of its room.
      ...(report.by && index === 0
        ? [
            pen.line('way', {
              points: [
                [inside, at.inside.y + at.inside.height - 4],
                [inside, y - 2],
                [inside - 4, y - 7],
                [inside, y - 2],
                [inside + 4, y - 7],
              ],
              stroke: 'user',
              strokeWidth: 1.6,
            }),
          ]
        : []),
      pen.text('of', {
        x: left + 9,
        y: baseline,
        text: shorten(report.of, 'mono', 13, from - left - 21),
        size: 13,
        font: 'mono',
      }),
      pen.text('answer', {
        x: right - 9,
        y: baseline,
        text: answer,
        size: 13,
        font: report.refused ? ('sans-bold' as const) : ('sans' as const),
        anchor: 'end',
        tone: report.refused ? 'ink' : 'user',
      }),
    ];
  });
}

/** What is said of it, in a few words: whose a file is, or that it is refused. */
function answerOf({ value, refused, says }: Reported): string {
  if (refused) return common.refused;
  if (value === undefined) return says ? wording.read : wording.written;
  if (/^\d+ +\d+ +\d+$/.test(value)) return wording.map(value.replace(/ +/g, ' '));
  return /^\d+$/.test(value) && value.length < 12 ? wording.owner(value) : value;
}

/** What is reported, in words. */
export function aboutReports({ reports = [] }: Told): string {
  const told = reports.filter(({ fresh }) => fresh).map((report) => `${report.of}: ${answerOf(report)}`);
  return told.length > 0 ? ` ${told.join('; ')}.` : '';
}
