import { coursePart } from '../../../host/entity.ts';
import type { HostFacts, Link } from '../../../host/facts.ts';
import { addressOf, bridgesOf, cablesOf, gatesOf, linksOf, netOwner } from '../../../host/net.ts';
import type { Room } from '../../building/moment.ts';

/** What the drawing shows of the host's network, in a sentence or two; empty where it shows nothing. */
export function aboutNetwork(facts: HostFacts): string {
  const [bridges, gates] = [bridgesOf(facts), gatesOf(facts)].map((links) => links.map(described).join(', '));
  return [bridges && `Its bridges: ${bridges}.`, gates && `To another network leads ${gates}.`]
    .filter(Boolean)
    .join(' ');
}

/** What the drawing shows of a room's network, as the end of a sentence that begins with the container. */
export function aboutRoom(facts: HostFacts, { container, wall }: Room, veiled: string[]): string {
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
