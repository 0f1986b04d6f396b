import { coursePart } from '../host/entity.ts';
import { type HostFacts, type NsKind, nsKinds } from '../host/facts.ts';
import type { Canvas, Lens, Told } from './building/geometry.ts';
import { endOf, hostnameOf, type Room, roomName } from './building/moment.ts';
import * as common from './building/words.ts';

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
  const name = common.host(veiled.includes('host') ? undefined : hostnameOf(facts));
  const host = `${common.aboutHost(name, facts.processCount, facts.kernel)}${said(more)}`;
  const kept = [
    ...(coming > 0 ? [common.outlines.coming(coming)] : []),
    ...(gone > 0 ? [common.outlines.gone(gone)] : []),
  ];
  if (rooms.length === 0) return [host, common.noContainer, ...kept].join(' ');
  return [host, ...rooms.map((room) => aboutRoom(picture, room)), ...kept].join(' ');
}

function aboutRoom({ facts, lens, canvas, veiled, told }: Pictured, room: Room): string {
  const name = roomName(room.container);
  const who = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (!room.wall) return `${common.ended(who, endOf(room.container))}${said(lens.aboutEnd?.(room, told))}`;
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
  const kinds = (which: 'own' | 'shared') => common.listed(told.filter((kind) => wall?.[kind] === which));
  return ` ${common.namespaces(kinds('own'), kinds('shared'))}`;
}
