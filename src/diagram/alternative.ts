import { coursePart } from '../host/entity.ts';
import { type HostFacts, type NsKind, nsKinds } from '../host/facts.ts';
import type { Canvas, Lens, Told } from './building/geometry.ts';
import { endOf, hostnameOf, type Room, roomName } from './building/moment.ts';

/** What a drawing shows, and by which lens. */
interface Pictured {
  facts: HostFacts;
  lens: Lens;
  canvas: Canvas;
  veiled: string[];
  told: Told;
}

/** What a drawing says, for whoever can't see it; of veiled parts it tells no number and no name. */
export function alternativeFor(
  picture: Pictured,
  rooms: Room[],
  [coming, gone]: [coming: number, gone: number],
): string {
  const { facts, lens, veiled, told } = picture;
  const more = lens.aboutHost?.(facts, told);
  const host = `${veiled.includes('host') ? 'The host' : `Host ${hostnameOf(facts)}`}: ${facts.processCount} processes on one kernel, Linux ${facts.kernel}.${more ? ` ${more}` : ''}`;
  const kept = [outlined(coming, 'to come'), outlined(gone, gone > 1 ? 'that are gone' : 'that is gone')].flat();
  if (rooms.length === 0) return [`${host} No container.`, ...kept].join(' ');
  return [host, ...rooms.map((room) => aboutRoom(picture, room)), ...kept].join(' ');
}

/** What dotted outlines say of rooms that are not there. */
function outlined(count: number, which: string): string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? `A dotted outline marks the place of a room ${which}.`
      : `Dotted outlines mark the places of ${count} rooms ${which}.`,
  ];
}

function aboutRoom({ facts, lens, canvas, veiled, told }: Pictured, room: Room): string {
  const name = roomName(room.container);
  const who = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (!room.wall)
    return `${who}: ${endOf(room.container)}, no process and no wall is left.${said(lens.aboutEnd?.(room, told))}`;
  const about = `${who} ${lens.about(facts, room, veiled, canvas, told)}`;
  return lens.kinds === 'none' ? about : `${about}${kindsOf(room, lens.kinds === 'all' ? [] : veiled)}`;
}

function said(sentence: string | undefined): string {
  return sentence ? ` ${sentence}` : '';
}

/** Which namespaces are a room's own and which are the host's; it says neither of those that are kept back. */
function kindsOf({ wall, container }: Room, veiled: string[]): string {
  const told = nsKinds.filter((kind: NsKind) => !veiled.includes(coursePart(kind, container)));
  if (told.length === 0) return '';
  const kinds = (which: 'own' | 'shared') => listed(told.filter((kind) => wall?.[kind] === which));
  return ` Its own namespaces: ${kinds('own')}. The host’s: ${kinds('shared')}.`;
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? 'none';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
