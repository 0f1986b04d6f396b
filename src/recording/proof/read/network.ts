import { compare } from '../claim.ts';
import {
  dockersView,
  four,
  links,
  linksOf,
  networkOf,
  owned,
  pingAnswers,
  provePing,
  proveRoutes,
  published,
  reachable,
  services,
  ssAnswers,
} from './network-proofs.ts';
import { literal, type Reader } from './reader.ts';

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
