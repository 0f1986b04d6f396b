import { coursePart } from '../../../host/entity.ts';
import type { HostFacts, Link } from '../../../host/facts.ts';
import { addressOf, bridgesOf, cablesOf, gatesOf, linksOf, netOwner } from '../../../host/net.ts';
import type { Told } from '../../building/geometry.ts';
import type { Room } from '../../building/moment.ts';
import { saysIn } from './says.ts';

/** What the drawing shows of the host's network, in a sentence or two; empty where it shows nothing. */
export function aboutNetwork(facts: HostFacts, told: Told = {}): string {
  const [bridges, gates] = [bridgesOf(facts), gatesOf(facts)].map((links) => links.map(described).join(', '));
  const { signs = [] } = told;
  const ports = signs.flatMap(({ sign, says }) => (sign === 'port' && says ? [says] : []));
  const rules = signs.flatMap(({ sign, says, at }) =>
    sign === 'filter' ? [`${says}, except ${at}`] : sign === 'nat' ? [`${at} ${says}`] : [],
  );
  const outside = signs.find(({ sign }) => sign === 'outside')?.of;
  const call = signs.find(({ sign, fresh, of }) => fresh && sign === 'call' && of !== undefined && of === outside);
  return [
    bridges && `Its bridges: ${bridges}.`,
    gates && `To another network leads ${gates}.`,
    ports.length > 0 && `It listens on ${ports.join(' and ')}.`,
    rules.length > 0 && `Rules on the way of packets: ${rules.join('; ')}.`,
    call && `From outside, ${call.of} calls ${call.at}: ${call.says}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What the drawing shows of a room's network, as the end of a sentence that begins with the container. */
export function aboutRoom(facts: HostFacts, room: Room, veiled: string[], told: Told = {}): string {
  const said = saysIn(room.container.name, told);
  const { sign, at, says = 'nothing' } = said ?? {};
  const words =
    sign === 'call' ? ` It calls ${at}: ${says}.` : sign ? ` What it reads: ${at ? `${at} ` : ''}${says}.` : '';
  return `${networkOf(facts, room, veiled)}${words}`;
}

function networkOf(facts: HostFacts, { container, wall }: Room, veiled: string[]): string {
  if (veiled.includes(coursePart('net', container))) return 'is running.';
  const owner = netOwner(container, facts);
  if (wall?.net !== 'own') return 'has no network namespace of its own: it stands in the host’s, without a cable.';
  if (owner) return `stands in the network namespace of container ${owner.name}.`;
  const links = linksOf(container, facts).map((link) => {
    const cable = cablesOf(facts).find(({ container: at, inside }) => at === container.name && inside === link);
    const lead = cable ? `, a cable to ${cable.outside.name}${cable.bridge ? ` on ${cable.bridge.name}` : ''}` : '';
    return `${described(link)}${lead}`;
  });
  return `has a network namespace of its own: ${links.length > 0 ? links.join('; ') : 'no interface'}.`;
}

function described(link: Link): string {
  const address = addressOf(link);
  return address ? `${link.name} with ${address}` : link.name;
}
