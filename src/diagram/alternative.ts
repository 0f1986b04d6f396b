import { coursePart, processPart } from '../host/entity.ts';
import { type HostFacts, type NsKind, nsKinds } from '../host/facts.ts';
import { insidePid } from '../host/views.ts';
import type { Lens } from '../recording/script.ts';
import type { Canvas } from './building/canvas.ts';
import { maxChips } from './building/metrics.ts';
import { endOf, hostnameOf, labelOf, type Room, roomName } from './building/moment.ts';
import { viewOf } from './lenses/index.ts';
import type { Sampled } from './lenses/meter/strip.ts';

/** What a drawing says, for whoever can't see it; of veiled parts it tells no number and no name. */
export function alternativeFor(
  facts: HostFacts,
  rooms: Room[],
  lens: Lens,
  canvas: Canvas,
  veiled: string[] = [],
  sampled?: Sampled,
): string {
  const more = viewOf[lens]?.aboutHost?.(facts);
  const host = `${veiled.includes('host') ? 'The host' : `Host ${hostnameOf(facts)}`}: ${facts.processCount} processes on one kernel, Linux ${facts.kernel}.${more ? ` ${more}` : ''}`;
  if (rooms.length === 0) return `${host} No container.`;
  return [host, ...rooms.map((room) => aboutRoom(facts, room, lens, canvas, veiled, sampled))].join(' ');
}

function aboutRoom(
  facts: HostFacts,
  room: Room,
  lens: Lens,
  canvas: Canvas,
  veiled: string[],
  sampled?: Sampled,
): string {
  const name = roomName(room.container);
  const who = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (!room.wall) return `${who}: ${endOf(room.container)}, no process and no wall is left.`;
  const view = viewOf[lens];
  if (view) return `${who} ${view.about(facts, room, veiled, canvas, sampled)}${kindsOf(room, veiled)}`;
  const about = lens === 'uts' ? names(facts, room, veiled) : numbers(facts, room, lens, veiled);
  if (lens === 'intro') return `${who} ${about}`;
  return `${who} ${about}${kindsOf(room)}`;
}

/** Which namespaces are a room's own and which are the host's; it says neither of those that are kept back. */
function kindsOf({ wall, container }: Room, veiled: string[] = []): string {
  const told = nsKinds.filter((kind: NsKind) => !veiled.includes(coursePart(kind, container)));
  if (told.length === 0) return '';
  const kinds = (which: 'own' | 'shared') => listed(told.filter((kind) => wall?.[kind] === which));
  return ` Its own namespaces: ${kinds('own')}. The host’s: ${kinds('shared')}.`;
}

function numbers(facts: HostFacts, room: Room, lens: Lens, veiled: string[]): string {
  const wall =
    room.wall?.pid === 'own' ? 'has a PID namespace of its own' : 'has no PID namespace of its own and uses the host’s';
  const drawn = room.processes.slice(0, maxChips[lens]);
  const rows = drawn.map((process) => {
    const inside = insidePid(process);
    const label = labelOf(process);
    if (veiled.includes(processPart(process, facts))) return `${label} is process ${process.pid} outside`;
    return inside === process.pid
      ? `${label} is process ${process.pid} on both sides`
      : `${label} is process ${process.pid} outside and ${inside} inside`;
  });
  const rest = room.processes.length - drawn.length;
  return `${wall}: ${[...rows, ...(rest > 0 ? [`${rest} more`] : [])].join('; ')}.`;
}

function names(facts: HostFacts, room: Room, veiled: string[]): string {
  if (veiled.includes(coursePart('uts', room.container)))
    return room.wall?.uts === 'own' ? 'has a UTS namespace of its own.' : 'has no UTS namespace of its own.';
  return room.wall?.uts === 'own'
    ? `has a UTS namespace of its own, with the hostname ${room.hostname ?? 'unknown'}.`
    : `has no UTS namespace of its own: its hostname is the host’s, ${hostnameOf(facts)}.`;
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? 'none';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
