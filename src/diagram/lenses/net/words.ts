// What stands in the drawing.

export const hosts = 'the host’s network';
export const own = 'network namespace';
export const ownShort = 'its network';
export const of = (container: string): string => `network of ${container}`;
export const hostsShort = 'host’s network';
export const standsIn = (owner: string | undefined): string =>
  `No interface of its own: it stands in ${owner === undefined ? hosts : `that of ${owner}`}.`;
export const bridge = 'bridge';
export const noCable = 'no cable';
export const another = 'another namespace';
export const outside = 'outside the host';
export const noRoute = 'no route';
export const exceptAt = (at: string | undefined): string => `except ${at}`;

// What is said of the host's network.

export const bridges = (bridges: string): string => `Its bridges: ${bridges}.`;
export const gates = (gates: string): string => `To another network leads ${gates}.`;
export const listens = (ports: string[]): string => `It listens on ${ports.join(' and ')}.`;
export const except = (says: string | undefined, at: string | undefined): string => `${says}, except ${at}`;
export const rules = (rules: string[]): string => `Rules on the way of packets: ${rules.join('; ')}.`;
export const calledFromOutside = (of: string | undefined, at: string | undefined, says: string | undefined): string =>
  `From outside, ${of} calls ${at}: ${says}.`;

// What is said of a room, after its name.

export const calls = (at: string | undefined, says: string): string => `It calls ${at}: ${says}.`;
export const reads = (what: string): string => `What it reads: ${what}.`;
export const nothing = 'nothing';
export const none = 'has no network namespace of its own: it stands in the host’s, without a cable.';
export const joined = (owner: string): string => `stands in the network namespace of container ${owner}.`;
export const cable = (to: string, bridge: string | undefined): string =>
  `, a cable to ${to}${bridge === undefined ? '' : ` on ${bridge}`}`;
export const interfaces = (links: string[]): string =>
  `has a network namespace of its own: ${links.length > 0 ? links.join('; ') : 'no interface'}.`;
export const withAddress = (link: string, address: string): string => `${link} with ${address}`;
