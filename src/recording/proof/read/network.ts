import type { HostFacts, Link } from '../../../host/facts.ts';
import { type Claim, compare, type Verdict } from '../claim.ts';
import { standsBeside, type View } from '../view.ts';
import { container, earlier, typedUntil } from './about.ts';
import { type Answer, type Line, literal, type Reader } from './reader.ts';

function linksOf(view: View, facts: HostFacts): Link[] {
  const inode = standsBeside(view, facts)?.ns.net;
  return facts.namespaces.find((each) => each.kind === 'net' && each.inode === inode)?.links ?? [];
}

function links(claim: Claim, view = claim.view): Link[] {
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

function networkOf(address: string): string {
  const [own = '', length = '32'] = address.split('/');
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(bits(own) / size) * size;
  return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${length}`;
}

const four = (link: Link) => link.addresses.filter((address) => !address.includes(':'));

/** Every IPv4 address that a link in any namespace has. */
function owned({ moments }: Claim): string[] {
  return moments.flatMap(({ namespaces }) => namespaces.flatMap(({ links: all = [] }) => all.flatMap(four)));
}

function proveRoutes(claim: Claim, lines: string[], verdict: Verdict): void {
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

function pingAnswers(claim: Claim, [, count = '1', target = '']: RegExpExecArray): Answer[] {
  const [address = ''] = addressesOf(claim, target);
  const byName = !/^[\d.]+$/.test(target);
  const network = /--network=(\S+)/.exec(
    typedUntil(claim).find((line) => line.includes(`--name ${target} `)) ?? '',
  )?.[1];
  // Only networks that someone made resolve names. docs.docker.com, "Differences between user-defined bridges and the default bridge"
  if (byName && (network === undefined || network === 'host' || network === 'none'))
    return [{ lines: [`ping: ${target}: Temporary failure in name resolution`], status: 2 }];
  const known = owned(claim).some((each) => each.split('/')[0] === address);
  const outside =
    !known &&
    links(claim, { host: true })
      .flatMap(four)
      .some((each) => within(address, each.split('/')) && !each.startsWith('172.'));
  const head = `PING ${target} (${address}) 56(84) bytes of data.`;
  const from = byName ? `${target}.${network} (${address})` : address;
  const sent = Number(count);
  if (!known && !outside)
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
function provePing(claim: Claim, lines: string[], verdict: Verdict): void {
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
function published(claim: Claim): { address: string; port: number; inside: number }[] {
  return typedUntil(claim).flatMap((line) => {
    const [, address = '0.0.0.0', port, inside] = /-p (?:([\d.]+):)?(\d+):(\d+)/.exec(line) ?? [];
    return port === undefined ? [] : [{ address, port: Number(port), inside: Number(inside) }];
  });
}

const serving = /\bnc -\w*l\w*(?: [\d.]+)?(?: -p)? (\d+)/;

function ssAnswers(claim: Claim, [, filter = '']: RegExpExecArray): Answer[] {
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
function reachable(claim: Claim, address: string, port: number): boolean | undefined {
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

const services: Record<number, string> = { 8080: 'http-alt' };

/** Links, addresses, routes, and who reaches whom. */
export const networkReaders: Reader[] = [
  {
    kind: 'links and addresses',
    against: 'the links of that network namespace in the facts, all of them',
    of: /^(?:docker run --rm (?:--network=host )?isolate-lab:13 |exec unshare --net bash -c )?ip -br (addr|link)(?:; exec bash)?$/,
    answers(claim, [line, what]) {
      if (line.startsWith('exec')) return [{ lines: [/^lo +DOWN +00:00:00:00:00:00 <LOOPBACK> *$/] }];
      // The daemon’s own sentence, where user ids are remapped.
      const remapped = claim.told.prepared.some((each) => each.includes('userns-remap'));
      if (remapped && line.includes('--network=host'))
        return [
          {
            lines: [
              "docker: Error response from daemon: cannot share the host's network namespace when user namespaces are enabled",
              '',
              "Run 'docker run --help' for more information",
            ],
            status: 125,
          },
        ];
      const row =
        what === 'addr'
          ? /^\S+ +(UP|DOWN|UNKNOWN) +[\da-f.:/ ]+$/
          : /^\S+ +(UP|DOWN|UNKNOWN) +[\da-f:]{17} <[\w,-]+> *$/;
      return [{ lines: [{ each: row }] }];
    },
    check(claim, lines, verdict, [line]) {
      if (line.startsWith('exec') || lines[0]?.startsWith('docker: Error')) return;
      // A rootless daemon's host network is its own.
      const view = line.startsWith('docker') ? dockersView(claim) : claim.view;
      const rows = lines.map((row) => [/^[^\s@]+/.exec(row)?.[0] ?? '', row] as const);
      const [first = [], ...others] = claim.moments.map((facts) =>
        (view ? linksOf(view, facts) : facts.namespaces.flatMap(({ links: all = [] }) => all)).filter(
          (link) => !line.endsWith('addr') || link.addresses.length > 0 || link.name === 'lo',
        ),
      );
      for (const link of view ? first : []) {
        if (!others.every((all) => all.some(({ name }) => name === link.name))) continue;
        compare(
          verdict,
          rows.some(([name]) => name === link.name),
          'the links',
          `a row for ${link.name}`,
          'none',
        );
      }
      for (const [name, row] of rows) {
        const link = [...first, ...others.flat()].find((each) => each.name === name);
        if (!link) {
          compare(verdict, first.length === 0, 'a link', 'one that the facts list', name);
          continue;
        }
        const state = row.split(/\s+/)[1];
        const expected = link.name === 'lo' ? (link.up ? 'UNKNOWN' : 'DOWN') : link.up ? 'UP' : 'DOWN';
        compare(verdict, state === expected || /NO-CARRIER/.test(row), `the state of ${name}`, expected, state ?? '');
        if (/<.*>/.test(row)) {
          const words = /<(.*)>/.exec(row)?.[1] ?? '';
          // if_link.h: what is up and has a carrier; a bridge without a cable has none.
          const flags =
            link.name === 'lo'
              ? 'LOOPBACK,UP,LOWER_UP'
              : state === 'DOWN'
                ? 'NO-CARRIER,BROADCAST,MULTICAST,UP'
                : 'BROADCAST,MULTICAST,UP,LOWER_UP';
          compare(verdict, words === flags, `the flags of ${name}`, flags, words);
          compare(
            verdict,
            link.mac === '' || row.includes(` ${link.mac} `),
            `the MAC address of ${name}`,
            link.mac,
            row,
          );
        } else {
          const told = row.trim().split(/\s+/).slice(2).sort().join(' ');
          const known = [first, ...others]
            .flatMap((all) => all.filter((each) => each.name === name))
            .map(({ addresses }) => [...addresses].sort().join(' '));
          compare(verdict, known.includes(told), `the addresses of ${name}`, known.join(' or '), told);
        }
      }
    },
  },
  {
    kind: 'routes',
    against: 'addresses of links in the facts: each network’s own, and the bridge as the gateway',
    of: /^ip route$/,
    answers: () => [
      {
        lines: [
          {
            each: /^(default via [\d.]+ dev \w+ (proto static )?|[\d.]+\/\d+ dev \w+ proto kernel scope link src [\d.]+ )$/,
          },
        ],
      },
    ],
    check: proveRoutes,
  },
  {
    kind: 'the way to an address',
    against: 'addresses of links in the facts',
    of: /^ip route get (\S+)$/,
    answers(claim, [, target = '']) {
      const own = links(claim)
        .filter(({ name }) => name === 'eth0')
        .flatMap(four)
        .map((each) => each.split('/')[0] ?? '');
      const bridges = links(claim, { host: true })
        .filter(({ name }) => name === 'docker0')
        .flatMap(four)
        .map((each) => each.split('/')[0] ?? '');
      return own.flatMap((address) =>
        bridges.map((bridge) => ({ lines: [`${target} via ${bridge} dev eth0 src ${address} uid 0 `, '    cache '] })),
      );
    },
  },
  {
    kind: 'ping',
    against: 'who has that address, in the facts; its own counts and statistics; the time it took',
    of: /^ping -c (\d+) (?:-W \d+ )?(\S+)$/,
    answers: (claim, match) => pingAnswers(claim, match),
    check(claim, lines, verdict) {
      if (lines.length > 1) provePing(claim, lines, verdict);
    },
  },
  {
    kind: 'who listens on a port',
    against: 'the ports that the take publishes and the service that it prepares',
    of: /^ss -ltn (.+)$/,
    answers: (claim, match) => ssAnswers(claim, match),
  },
  {
    kind: 'the firewall’s rules',
    against: 'the ports that the scene allows; what they let through, in the steps after',
    of: /^ufw status verbose$/,
    answers(claim) {
      const allowed = claim.told.prepared.flatMap((line) =>
        [...line.matchAll(/ufw allow (\d+(?:\/tcp)?)/g)].map(([, port = '']) => port),
      );
      const rule = (port: string) => [new RegExp(`^${literal(port)} +ALLOW IN +Anywhere *$`)];
      const six = (port: string) => [new RegExp(`^${literal(port)} \\(v6\\) +ALLOW IN +Anywhere \\(v6\\) *$`)];
      const ports = allowed.length > 0 ? allowed : ['22/tcp'];
      return [
        {
          lines: [
            'Status: active',
            'Logging: on (low)',
            'Default: deny (incoming), allow (outgoing), deny (routed)',
            'New profiles: skip',
            '',
            /^To +Action +From$/,
            /^-- +-+ +-+$/,
            ...ports.flatMap(rule),
            ...ports.flatMap(six),
            '',
          ],
        },
      ];
    },
  },
  {
    kind: 'nc: a port reached or not',
    against: 'who listens, the ports that are published, and the firewall’s rules in a step before',
    of: /^nc -zv (?:-w \d+ )?(\S+) (\d+)$/,
    answers(claim, [, address = '', port = '']) {
      const open = reachable(claim, address, Number(port));
      const name = services[Number(port)] ?? '*';
      if (open === undefined) return undefined;
      return open
        ? [{ lines: [`Connection to ${address} ${port} port [tcp/${name}] succeeded!`] }]
        : [{ lines: [`nc: connect to ${address} port ${port} (tcp) timed out: Operation now in progress`], status: 1 }];
    },
    check(claim, lines, verdict, [, address = '']) {
      const known = owned(claim).map((each) => each.split('/')[0]);
      const outside = claim.told.scene.panes[claim.pane]?.via?.includes('netns');
      if (!outside) compare(verdict, known.includes(address), 'the address', 'one that a link has', address);
      const asked = Number(/-w (\d+)/.exec(claim.line)?.[1]);
      if (/timed out/.test(lines[0] ?? ''))
        compare(
          verdict,
          claim.to - claim.from >= asked - 0.1,
          'how long it waited',
          `${asked} s`,
          `${(claim.to - claim.from).toFixed(3)} s`,
        );
    },
  },
  {
    kind: 'rules of iptables',
    against: 'the ports that the take publishes, addresses of containers and of the bridge in the facts',
    of: /^iptables -t nat -S (DOCKER|POSTROUTING)$/,
    answers(claim, [, chain]) {
      const bridge = links(claim, { host: true }).find(({ name }) => name === 'docker0');
      const network = bridge && four(bridge).map(networkOf)[0];
      if (chain === 'POSTROUTING')
        return network === undefined
          ? undefined
          : [{ lines: ['-P POSTROUTING ACCEPT', `-A POSTROUTING -s ${network} ! -o docker0 -j MASQUERADE`] }];
      const rules = published(claim).map(
        ({ address, port, inside }) =>
          new RegExp(
            `^-A DOCKER ${address === '0.0.0.0' ? '' : `-d ${literal(address)}/32 `}! -i docker0 -p tcp -m tcp --dport ${port} -j DNAT --to-destination [\\d.]+:${inside}$`,
          ),
      );
      return [{ lines: ['-N DOCKER', '-A DOCKER -i docker0 -j RETURN', ...rules] }];
    },
  },
];

/** Where the client's daemon has its network: the host's, or, without root, one that the facts list and no pane looks from. */
function dockersView(claim: Claim): View | undefined {
  return claim.told.prepared.some((line) => /rootless/.test(line)) ? undefined : { host: true };
}
