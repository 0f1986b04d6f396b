import type { HostFacts, NsKind } from '../../../host/facts.ts';
import { initProcess } from '../../../host/views.ts';
import type { Canvas, PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import { courses, type Metrics } from '../../building/metrics.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';
import { columnsOf, listTop, sizes } from './plan.ts';
import * as wording from './words.ts';

type Reported = NonNullable<Told['reports']>[number];

/** What a step reports: on the host's side, with an arrow to each course that it passes; in clocks where there is no room. */
export function reportShapes(
  facts: HostFacts,
  rooms: PlacedRoom[],
  places: RoomPlan[],
  canvas: Canvas,
  metrics: Metrics,
  { reports = [] }: Told,
): Shape[] {
  if (canvas.rooms.length === 0) return clocks(facts, reports, metrics);
  const names = rooms.map(({ container }) => container.name);
  const [first] = rooms.filter(({ wall, place }) => wall && place === 0);
  const at = first && places[0];
  const told = reports.filter(({ fresh }) => fresh);
  if (!at) return [];
  if (metrics.format === 'landscape') {
    const [one] = told;
    if (!one) return [];
    const pen = penFor('host', 'report:0');
    const beside = first.container.id === '' ? 84 : 0;
    const space = at.width - 8 - beside;
    const whole = wordsOf(one).join(': ');
    const text = one.refused && measure(whole, 'sans', 13) > space ? wording.isRefused(one.of) : whole;
    return [
      pen.text('of', {
        x: at.x + 4 + beside,
        y: at.labelBaseline - 19,
        text: shorten(text, 'sans', 13, space),
        size: 13,
      }),
      ...(one.by && names.includes(one.by) ? [] : arrows(pen, one, at, metrics, undefined)),
    ];
  }
  const { host, row } = columnsOf(metrics);
  const top = listTop(metrics) + courses.length * row + 20;
  const width = at.x - 18 - host;
  return told
    .filter(({ by }) => !by || !names.includes(by))
    .slice(0, 2)
    .flatMap((report, index): Shape[] => {
      const pen = penFor('host', `report:${index}`);
      const y = top + index * 56;
      const made = report.by ? report.through?.[0] : undefined;
      const lines = wordsOf(report);
      return [
        ...arrows(pen, report, at, metrics, made ? undefined : [host + width, y + 22]),
        pen.box('box', {
          x: host,
          y,
          width,
          height: 46,
          radius: made ? 9 : 3,
          fill: 'paper',
          stroke: made ?? 'line',
          strokeWidth: made ? 2.4 : 1,
        }),
        ...lines.map((text, line) =>
          pen.text(`line-${line}`, {
            x: host + 9,
            y: y + 19 + line * 18,
            text:
              line > 0 && report.refused && measure(text, 'sans', 13) > width - 16
                ? common.refused
                : shorten(text, line === 0 ? 'sans-bold' : 'sans', 13, width - 16),
            size: 13,
            font: line === 0 ? ('sans-bold' as const) : ('sans' as const),
          }),
        ),
      ];
    });
}

function wordsOf({ of, value, says, refused }: Reported): string[] {
  const answer = refused ? (says ?? common.refused) : (value ?? says);
  return answer && answer !== of ? [of, answer] : [of];
}

/** To each course that is passed, up beside the list and into the wall. */
function arrows(
  pen: Pen,
  { through = [], by, refused }: Reported,
  at: RoomPlan,
  metrics: Metrics,
  from: [number, number] | undefined,
): Shape[] {
  if (by?.startsWith('unshare')) return [];
  const { row, pitch } = columnsOf(metrics);
  const x = at.x - (metrics.format === 'tall' ? 10 : 9);
  const rows = through.map((kind) => ({ kind, index: courses.indexOf(kind) }));
  const middleOf = (index: number) => at.y + index * row + row / 2 + (metrics.format === 'tall' ? 5 : 2);
  const ink = { stroke: 'ink', strokeWidth: 1.6 } as const;
  const top = Math.min(...rows.map(({ index }) => middleOf(index)));
  return [
    ...(from && rows.length > 0
      ? [
          pen.line('way', {
            points: [from, [x, from[1]], [x, top]],
            ...ink,
          }),
        ]
      : []),
    ...rows.map(({ kind, index }): Shape => {
      const [to, y] = [at.x + 1 + index * pitch + (refused ? -2 : 4), middleOf(index)];
      return pen.line(`into-${kind}`, {
        points: [
          [x, y],
          [to, y],
          [to - 4, y - 3.5],
          [to, y],
          [to - 4, y + 3.5],
        ],
        ...ink,
      });
    }),
  ];
}

/** Clocks and links as they were read on the host and in a namespace made for one command. */
function clocks(facts: HostFacts, reports: Reported[], metrics: Metrics): Shape[] {
  if (reports.length === 0) return [];
  const tall = metrics.format === 'tall';
  const { roomLeft } = columnsOf(metrics);
  const right = metrics.right - metrics.pad;
  const line = tall ? 28 : 17;
  const top = tall ? listTop(metrics) + 6 : metrics.top + 18;
  const outside = reports.filter(({ by }) => !by);
  const inside = reports.filter(({ by }) => by);
  const init = initProcess(facts);
  const rows = (pen: Pen, list: Reported[], y: number) =>
    list.flatMap(({ of, value = '' }, index): Shape[] => {
      const kind = of in setOf(init?.ns) ? (of as NsKind) : undefined;
      const same = kind && init && String(init.ns[kind]) === value;
      const common = { y: y + index * line, size: sizes[metrics.format] };
      return [
        pen.text(`${of}-name`, { ...common, x: roomLeft + 10, text: of, font: 'sans-bold', tone: kind ?? 'ink' }),
        pen.text(`${of}-value`, {
          ...common,
          x: right - 10,
          text: same && !tall ? `${value} =` : value,
          font: 'mono',
          anchor: 'end',
        }),
      ];
    });
  const host = penFor('host', 'clocks:host');
  const made = penFor('host', 'clocks:made');
  const box = top + outside.length * line + (tall ? 34 : -4);
  return [
    ...(tall
      ? [host.text('title', { x: roomLeft + 10, y: top, text: wording.onHost, size: 13, font: 'sans-bold' as const })]
      : []),
    ...rows(host, outside, top + (tall ? line : 0)),
    ...(inside.length > 0
      ? [
          made.box('box', {
            x: roomLeft,
            y: box,
            width: right - roomLeft,
            height: (tall ? 54 : 30) + 4 * line,
            radius: 12,
            stroke: 'time' as const,
            strokeWidth: 2.4,
          }),
          made.text('title', {
            x: roomLeft + 10,
            y: box + (tall ? 26 : 18),
            text: inside[0]?.by ?? '',
            size: 13,
            font: 'sans-bold' as const,
            tone: 'time' as const,
          }),
          ...rows(made, inside, box + (tall ? 52 : 36)),
        ]
      : []),
  ];
}

function setOf(ns: Record<NsKind, number> | undefined): Partial<Record<string, number>> {
  return ns ?? {};
}

/** What is reported, in words. */
export function aboutReports({ reports = [] }: Told): string {
  const told = reports.filter(({ fresh }) => fresh).map((report) => wordsOf(report).join(': '));
  return told.length > 0 ? ` ${told.join('; ')}.` : '';
}
