import { coursePart } from '../../../host/entity.ts';
import type { HostFacts, Link } from '../../../host/facts.ts';
import { addressOf, bridgesOf, cablesOf, gatesOf, linksOf, netOwner } from '../../../host/net.ts';
import type { Told } from '../../building/geometry.ts';
import type { Room } from '../../building/moment.ts';
import * as common from '../../building/words.ts';
import { saysIn } from './says.ts';
import * as wording from './words.ts';

/** What the drawing shows of the host's network, in a sentence or two; empty where it shows nothing. */
export function aboutNetwork(facts: HostFacts, told: Told = {}): string {
  const [bridges, gates] = [bridgesOf(facts), gatesOf(facts)].map((links) => links.map(described).join(', '));
  const { signs = [] } = told;
  const ports = signs.flatMap(({ sign, says }) => (sign === 'port' && says ? [says] : []));
  const rules = signs.flatMap(({ sign, says, at }) =>
    sign === 'filter' ? [wording.except(says, at)] : sign === 'nat' ? [`${at} ${says}`] : [],
  );
  const outside = signs.find(({ sign }) => sign === 'outside')?.of;
  const call = signs.find(({ sign, fresh, of }) => fresh && sign === 'call' && of !== undefined && of === outside);
  return [
    bridges && wording.bridges(bridges),
    gates && wording.gates(gates),
    ports.length > 0 && wording.listens(ports),
    rules.length > 0 && wording.rules(rules),
    call && wording.calledFromOutside(call.of, call.at, call.says),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What the drawing shows of a room's network, as the end of a sentence that begins with the container. */
export function aboutRoom(facts: HostFacts, room: Room, veiled: string[], told: Told = {}): string {
  const said = saysIn(room.container.name, told);
  const { sign, at, says = wording.nothing } = said ?? {};
  const read = `${at ? `${at} ` : ''}${says}`;
  const words = sign === 'call' ? ` ${wording.calls(at, says)}` : sign ? ` ${wording.reads(read)}` : '';
  return `${networkOf(facts, room, veiled)}${words}`;
}

function networkOf(facts: HostFacts, { container, wall }: Room, veiled: string[]): string {
  if (veiled.includes(coursePart('net', container))) return common.running;
  const owner = netOwner(container, facts);
  if (wall?.net !== 'own') return wording.none;
  if (owner) return wording.joined(owner.name);
  const links = linksOf(container, facts).map((link) => {
    const cable = cablesOf(facts).find(({ container: at, inside }) => at === container.name && inside === link);
    const lead = cable ? wording.cable(cable.outside.name, cable.bridge?.name) : '';
    return `${described(link)}${lead}`;
  });
  return wording.interfaces(links);
}

function described(link: Link): string {
  const address = addressOf(link);
  return address ? wording.withAddress(link.name, address) : link.name;
}
