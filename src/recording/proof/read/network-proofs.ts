import type { HostFacts, Link } from '../../../host/facts.ts';
import { type Claim, compare, type Verdict } from '../claim.ts';
import { standsBeside, type View } from '../view.ts';
import { container, earlier, typedUntil } from './about.ts';
import { type Answer, type Line, literal } from './reader.ts';

/** The links that a view sees at one moment. */
export function linksOf(view: View, facts: HostFacts): Link[] {
  const inode = standsBeside(view, facts)?.ns.net;
  return facts.namespaces.find((each) => each.kind === 'net' && each.inode === inode)?.links ?? [];
}

/** The links that a view sees, before and after the step. */
export function links(claim: Claim, view = claim.view): Link[] {
  return claim.moments.flatMap((facts) => linksOf(view, facts));
}

/** An IPv4 address as a number. */
function bits(address: string): number {
  return address.split('.').reduce((all, part) => all * 256 + Number(part), 0);
}

function within(address: string, [network = '', length = '32']: string[]): boolean {
  const size = 2 ** (32 - Number(length));
  return Math.floor(bits(address) / size) === Math.floor(bits(network) / size);
}

/** The network of an address with a length. */
export function networkOf(address: string): string {
  const [own = '', length = '32'] = address.split('/');
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(bits(own) / size) * size;
  return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${length}`;
}

/** The IPv4 addresses of a link. */
export const four = (link: Link) => link.addresses.filter((address) => !address.includes(':'));

/** Every IPv4 address that a link in any namespace has. */
export function owned({ moments }: Claim): string[] {
  return moments.flatMap(({ namespaces }) => namespaces.flatMap(({ links: all = [] }) => all.flatMap(four)));
}

/** The route of each network is that of an address of its device, and a gateway lies in one of them. */
export function proveRoutes(claim: Claim, lines: string[], verdict: Verdict): void {
  const seen = links(claim);
  for (const line of lines) {
    const [, network, device = '', source] =
      /^([\d./]+) dev (\S+) proto kernel scope link src (\S+) *$/.exec(line) ?? [];
    const of = seen.filter(({ name }) => name === device).flatMap(four);
    if (network)
      compare(
        verdict,
        of.some((address) => networkOf(address) === network && address.split('/')[0] === source),
        `the route of ${device}`,
        of.join(' or ') || 'none',
        `${network} from ${source}`,
      );
    const [, gateway = '', through = ''] = /^default via (\S+) dev (\S+)/.exec(line) ?? [];
    if (!gateway) continue;
    const near = seen.filter(({ name }) => name === through).flatMap(four);
    compare(
      verdict,
      near.some((address) => within(gateway, address.split('/'))),
      `the gateway through ${through}`,
      `an address in ${near.join(' or ')}`,
      gateway,
    );
    const bridges = owned(claim).map((address) => address.split('/')[0]);
    if ('container' in claim.view && through === 'eth0')
      compare(verdict, bridges.includes(gateway), 'the gateway', 'the address of a bridge', gateway);
  }
  const devices = new Set(
    seen.filter((link) => link.up && link.name !== 'lo' && four(link).length > 0).map(({ name }) => name),
  );
  for (const device of devices)
    compare(
      verdict,
      lines.some((line) => line.includes(` dev ${device} `)),
      'the routes',
      `one for ${device}`,
      lines.join(' / ') || 'none',
    );
}

/** The addresses that a target has, where its name or number is asked for. */
function addressesOf(claim: Claim, target: string): string[] {
  if (/^[\d.]+$/.test(target)) return [target];
  return container(claim, target)
    ? links(claim, { container: target })
        .flatMap(four)
        .filter((each) => !each.startsWith('127.'))
        .map((each) => each.split('/')[0] ?? '')
    : [];
}

/** Whether an address is on no network of the pane's own, and not the host's: Docker's rules drop what goes from bridge to bridge. */
function isApart(claim: Claim, address: string): boolean {
  const hosts = links(claim, { host: true }).flatMap(four);
  const own = links(claim)
    .flatMap(four)
    .filter((each) => !each.startsWith('127.'));
  return (
    own.length > 0 &&
    !own.some((each) => within(address, each.split('/'))) &&
    !hosts.some((each) => each.split('/')[0] === address)
  );
}

/** What a ping may answer: replies where the target has an address that is reached, else why there are none. */
export function pingAnswers(claim: Claim, [, count = '1', target = '']: RegExpExecArray): Answer[] {
  const [address = ''] = addressesOf(claim, target);
  const byName = !/^[\d.]+$/.test(target);
  const network = /--network=(\S+)/.exec(
    typedUntil(claim).find((line) => line.includes(`--name ${target} `)) ?? '',
  )?.[1];
  const known = owned(claim).some((each) => each.split('/')[0] === address);
  const apart = known && isApart(claim, address);
  // Only networks that someone made resolve names, and only for who is in them. docs.docker.com, "Differences between user-defined bridges and the default bridge"
  if (byName && (network === undefined || network === 'host' || network === 'none' || apart))
    return [{ lines: [`ping: ${target}: Temporary failure in name resolution`], status: 2 }];
  const outside =
    !known &&
    links(claim, { host: true })
      .flatMap(four)
      .some((each) => within(address, each.split('/')) && !each.startsWith('172.'));
  const head = `PING ${target} (${address}) 56(84) bytes of data.`;
  const from = byName ? `${target}.${network} (${address})` : address;
  const sent = Number(count);
  if (apart || (!known && !outside))
    return [
      {
        lines: [
          head,
          '',
          `--- ${target} ping statistics ---`,
          new RegExp(`^${sent} packets transmitted, 0 received, 100% packet loss, time \\d+ms$`),
          '',
        ],
        status: 1,
      },
    ];
  const reply = (index: number): Line =>
    new RegExp(`^64 bytes from ${literal(from)}: icmp_seq=${index + 1} ttl=${outside ? '\\d+' : 64} time=[\\d.]+ ms$`);
  const statistics = new RegExp(`^${sent} packets transmitted, ${sent} received, 0% packet loss, time \\d+ms$`);
  return [
    {
      lines: [
        head,
        ...Array.from({ length: sent }, (_, index) => reply(index)),
        '',
        `--- ${target} ping statistics ---`,
        statistics,
        /^rtt min\/avg\/max\/mdev = [\d.]+\/[\d.]+\/[\d.]+\/[\d.]+ ms$/,
      ],
    },
  ];
}

/** ping(8) says of its replies the least, the mean, the most and the deviation, from times with more digits than each line has. */
export function provePing(claim: Claim, lines: string[], verdict: Verdict): void {
  const times = lines.flatMap((line) => /time=([\d.]+) ms$/.exec(line)?.[1] ?? []).map(Number);
  const [least = 0, mean = 0, most = 0, deviation = 0] =
    /= ([\d./]+) ms$/
      .exec(lines.at(-1) ?? '')?.[1]
      ?.split('/')
      .map(Number) ?? [];
  const near = (what: string, expected: number, found: number, spare: number) =>
    compare(verdict, Math.abs(expected - found) <= spare, what, `about ${expected.toFixed(3)}`, String(found));
  const digits = (time: number) => (time >= 100 ? 0.5 : time >= 10 ? 0.05 : time >= 1 ? 0.005 : 0.0005) + 0.001;
  if (times.length > 0) {
    near('the least time', Math.min(...times), least, digits(Math.min(...times)));
    near('the longest time', Math.max(...times), most, digits(Math.max(...times)));
    if (times.length === 2) {
      near('the mean time', (least + most) / 2, mean, 0.0015);
      near('the deviation', (most - least) / 2, deviation, 0.0025);
    } else if (times.length === 1)
      compare(
        verdict,
        mean === least && most === least && deviation === 0,
        'the times of one reply',
        `${least}`,
        `${mean}, ${most}, ${deviation}`,
      );
  }
  const whole = Number(/time (\d+)ms$/.exec(lines.find((line) => line.includes('packets transmitted')) ?? '')?.[1]);
  const sent = Number(/^(\d+) packets/.exec(lines.find((line) => line.includes('packets transmitted')) ?? '')?.[1]);
  // One a second; what is over is the last reply's.
  compare(
    verdict,
    whole >= (sent - 1) * 1000 && whole <= (sent - 1) * 1000 + 120,
    'the time of all pings',
    `${(sent - 1) * 1000} ms and a little`,
    `${whole} ms`,
  );
  const ttl = lines.flatMap((line) => /ttl=(\d+)/.exec(line)?.[1] ?? []);
  compare(verdict, new Set(ttl).size <= 1, 'the time to live', 'the same in each reply', ttl.join(', '));
  compare(
    verdict,
    claim.to - claim.from >= whole / 1000 - 0.1,
    'the time of all pings',
    `at most ${(claim.to - claim.from).toFixed(3)} s`,
    `${whole} ms`,
  );
}

/** The ports that the lines of a take publish: on which address of the host, and to which port inside. */
export function published(claim: Claim): { address: string; port: number; inside: number }[] {
  return typedUntil(claim).flatMap((line) => {
    const [, address = '0.0.0.0', port, inside] = /-p (?:([\d.]+):)?(\d+):(\d+)/.exec(line) ?? [];
    return port === undefined ? [] : [{ address, port: Number(port), inside: Number(inside) }];
  });
}

const serving = /\bnc -\w*l\w*(?: [\d.]+)?(?: -p)? (\d+)/;

/** The sockets that listen, by what the lines of the take started. */
export function ssAnswers(claim: Claim, [, filter = '']: RegExpExecArray): Answer[] {
  const asked = [...filter.matchAll(/sport = :(\d+)/g)].map(([, port]) => Number(port));
  const rows = asked.flatMap((port): Line[] => {
    const docker = published(claim).filter((each) => each.port === port);
    const row = (backlog: number, address: string) =>
      new RegExp(
        `^LISTEN +0 +${backlog} +${literal(address)}:${port} +${address.startsWith('[') ? '\\[::\\]' : literal('0.0.0.0')}:\\* *$`,
      );
    // A service of the host's own listens on the address that it was given, or on all.
    if (docker.length === 0)
      return claim.told.prepared
        .filter((line) => line.includes(String(port)))
        .map((line) => row(1, new RegExp(`([\\d.]+) ${port}$`).exec(line)?.[1] ?? '0.0.0.0'));
    // Without an address Docker listens on all, of both kinds: docs.docker.com, "Port publishing and mapping".
    return docker.flatMap(({ address }) => [row(4096, address), ...(address === '0.0.0.0' ? [row(4096, '[::]')] : [])]);
  });
  return [{ lines: [/^State +Recv-Q +Send-Q +Local Address:Port +Peer Address:Port *$/, ...rows] }];
}

/** Whether a port can be reached: on the asker's own addresses and on a bridge, where someone listens; from outside, where a rule lets it. */
export function reachable(claim: Claim, address: string, port: number): boolean | undefined {
  const outside = claim.told.scene.panes[claim.pane]?.via?.includes('netns');
  if (!outside) {
    const lines = [...claim.told.prepared, ...typedUntil(claim)];
    return lines.some((line) => serving.exec(line)?.[1] === String(port)) ? true : undefined;
  }
  const docker = published(claim).find((each) => each.port === port);
  if (docker) return docker.address === '0.0.0.0' || docker.address === address;
  const rules = earlier(claim).find(({ line }) => line === 'ufw status verbose')?.output;
  return rules?.some((line) => line.startsWith(`${port}/tcp `) && line.includes('ALLOW'));
}

/** Names of ports that ss says in place of numbers. */
export const services: Record<number, string> = { 8080: 'http-alt' };

/** Where the client's daemon has its network: the host's, or, without root, one that the facts list and no pane looks from. */
export function dockersView(claim: Claim): View | undefined {
  return claim.told.prepared.some((line) => /rootless/.test(line)) ? undefined : { host: true };
}
