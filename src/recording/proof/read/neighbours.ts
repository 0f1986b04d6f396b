import type { HostFacts, Link } from '../../../host/facts.ts';
import { containerNamed, namespaceOf } from '../../../host/views.ts';
import { type Claim, compare } from '../claim.ts';
import { earlier, typedUntil } from './about.ts';
import type { Answer, Reader } from './reader.ts';

const claiming = 'python3 /claim.py';

/** The links of every container, with its name. */
function linksOf(facts: HostFacts): { name: string; link: Link }[] {
  return facts.containers.flatMap(({ name }) => {
    const container = containerNamed(name, facts);
    const links = (container && namespaceOf(container, 'net', facts)?.links) ?? [];
    return links.filter(({ kind }) => kind !== 'loopback').map((link) => ({ name, link }));
  });
}

/** The MAC address of the interface that has an address, or of a container's own. */
function macOf({ moments }: Claim, who: { address: string } | { container: string }): string | undefined {
  return moments
    .toReversed()
    .flatMap(linksOf)
    .find(({ name, link }) =>
      'container' in who
        ? name === who.container
        : link.addresses.some((address) => address.split('/')[0] === who.address),
    )?.link.mac;
}

function viewed({ view }: Claim): string {
  return 'container' in view ? view.container : '';
}

/** The program that the take has written, line by line. */
function programOf({ told }: Claim): string[] | undefined {
  const [line] = told.prepared.filter((each) => each.endsWith('> /srv/claim.py'));
  return line === undefined
    ? undefined
    : [...line.matchAll(/ '([^']*)'/g)].map(([, text = '']) => text).filter((text) => text !== '%s\\n');
}

/** Whether a container was started without the capability that raw sockets take. */
function dropped(claim: Claim): boolean {
  const run = typedUntil(claim).find((line) => line.includes(`--name ${viewed(claim)} `));
  return run?.includes('--cap-drop=NET_RAW') ?? false;
}

/** What a container on a bridge says of an address, and what its neighbour holds then. */
export const neighbourReaders: Reader[] = [
  {
    kind: 'the program that claims an address',
    against: 'what the take wrote into it',
    of: /^cat \/claim\.py$/,
    answers(claim) {
      const lines = programOf(claim);
      return lines && [{ lines }];
    },
  },
  {
    kind: 'an address claimed on the bridge',
    against: 'the container’s own MAC address in the facts; without CAP_NET_RAW, the refusal in socket(2)',
    of: /^python3 \/claim\.py$/,
    answers(claim): (Answer | undefined)[] {
      const mac = macOf(claim, { container: viewed(claim) });
      const program = programOf(claim) ?? [];
      const at = program.findIndex((line) => line.includes('SOCK_RAW'));
      if (!dropped(claim)) return [mac === undefined ? undefined : { lines: [`172.17.0.3 is at ${mac}`] }];
      return [
        {
          lines: [
            'Traceback (most recent call last):',
            `  File "/claim.py", line ${at + 1}, in <module>`,
            `    ${program[at]}`,
            /^ {2}File "\/usr\/lib\/python3\.\d+\/socket\.py", line \d+, in __init__$/,
            '    _socket.socket.__init__(self, family, type, proto, fileno)',
            /^ {4}~+\^+$/,
            'PermissionError: [Errno 1] Operation not permitted',
          ],
          status: 1,
        },
      ];
    },
  },
  {
    kind: 'the neighbour table',
    against: 'MAC addresses in the facts: of who has the address, or of the container that claimed it in a step before',
    of: /^ip neigh$/,
    answers: () => [
      { lines: [{ each: /^[\d.]+ dev eth0 lladdr (?:[\da-f]{2}:){5}[\da-f]{2} (?:REACHABLE|STALE|DELAY|PROBE) $/ }] },
    ],
    check(claim, lines, verdict) {
      compare(verdict, lines.length > 0, 'the neighbours', 'one at least', 'none');
      for (const line of lines) {
        const [address = '', , , , mac = ''] = line.split(' ');
        const claimed = earlier(claim).findLast(
          (each) => each.line === claiming && each.output[0]?.startsWith(`${address} is at `),
        );
        const expected = claimed ? macOf(claim, { container: viewed(claimed) }) : macOf(claim, { address });
        compare(verdict, mac === expected, `the MAC address of ${address}`, expected ?? 'that of a link', mac);
      }
    },
  },
];
