import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import { withNetwork } from '../../../host/sample-net.ts';
import { firstProcess } from '../../../host/views.ts';
import type { Claim } from '../claim.ts';
import { claimOf, told } from '../told.ts';
import { readers } from './all.ts';
import { proveAnswer } from './reader.ts';

const names = ['web', 'db', 'other'];
const wired = withNetwork(
  sampleHost({ containers: names.map((name) => ({ name })) }),
  Object.fromEntries(names.map((name) => [name, ['docker0']])),
);
const macs: Record<string, string> = { web: '0e:00:00:00:00:02', db: '0e:00:00:00:00:03', other: '0e:00:00:00:00:04' };
/** Each container with a MAC address of its own. */
const facts: HostFacts = {
  ...wired,
  namespaces: wired.namespaces.map((namespace) => {
    const owner = wired.containers.find((each) => firstProcess(each, wired)?.ns.net === namespace.inode);
    const mac = macs[owner?.name ?? ''];
    if (namespace.kind !== 'net' || !mac) return namespace;
    return {
      ...namespace,
      links: namespace.links?.map((link) => (link.kind === 'loopback' ? link : { ...link, mac })),
    };
  }),
};

const prepared = [
  `printf '%s\\n' 'import socket' 'wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)' > /srv/claim.py`,
];
const claim = 'python3 /claim.py';
const given = 'docker run -d --name other isolate-lab:13 sleep 900';
const less = 'docker run -d --name other --cap-drop=NET_RAW isolate-lab:13 sleep 900';

/** What is wrong with an answer in a pane, behind what was asked before it. */
function wrong(container: string, line: string, output: string, before: Claim[] = [], status = 0): string {
  const take = { ...claimOf(line, '').told, prepared, claims: [...before, claimOf(line, '')] };
  const answer = told(
    (asked, verdict) => proveAnswer(asked, readers, verdict),
    line,
    output,
    { container },
    [facts, facts],
    { told: take, status },
  );
  expect(answer.compared, `${line} is compared`).toBeGreaterThan(0);
  return answer.wrong.join('\n');
}

const asked = (line: string, output = '', container = 'other'): Claim => ({
  ...claimOf(line, output, { container }),
  step: line,
});
const neighbour = (mac: string) => `172.17.0.3 dev eth0 lladdr ${mac} STALE `;

describe('the neighbour table', () => {
  test('holds the MAC address of who has the address', () => {
    expect(wrong('web', 'ip neigh', neighbour(macs.db ?? ''))).toBe('');
    expect(wrong('web', 'ip neigh', neighbour(macs.other ?? ''))).toContain(macs.db);
    expect(wrong('web', 'ip neigh', '')).toContain('one at least');
  });

  test('holds that of who has claimed it, once that was done', () => {
    const claimed = [asked(claim, `172.17.0.3 is at ${macs.other}`)];
    expect(wrong('web', 'ip neigh', neighbour(macs.other ?? ''), claimed)).toBe('');
    expect(wrong('web', 'ip neigh', neighbour(macs.db ?? ''), claimed)).toContain(macs.other);
    const refused = [asked(claim, 'PermissionError: [Errno 1] Operation not permitted')];
    expect(wrong('web', 'ip neigh', neighbour(macs.other ?? ''), refused)).not.toBe('');
  });
});

describe('the program that claims an address', () => {
  test('is what the take wrote', () => {
    const lines = 'import socket\nwire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)';
    expect(wrong('other', 'cat /claim.py', lines)).toBe('');
    expect(wrong('other', 'cat /claim.py', lines.replace('RAW', 'DGRAM'))).not.toBe('');
  });

  test('names the container’s own MAC address', () => {
    expect(wrong('other', claim, `172.17.0.3 is at ${macs.other}`, [asked(given)])).toBe('');
    expect(wrong('other', claim, `172.17.0.3 is at ${macs.db}`, [asked(given)])).not.toBe('');
  });

  test('is refused where it makes the socket, without CAP_NET_RAW alone', () => {
    const refusal = [
      'Traceback (most recent call last):',
      '  File "/claim.py", line 2, in <module>',
      '    wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)',
      '  File "/usr/lib/python3.13/socket.py", line 233, in __init__',
      '    _socket.socket.__init__(self, family, type, proto, fileno)',
      '    ~~~~~~^^^^^^',
      'PermissionError: [Errno 1] Operation not permitted',
    ].join('\n');
    expect(wrong('other', claim, refusal, [asked(less)], 1)).toBe('');
    expect(wrong('other', claim, refusal.replace('line 2,', 'line 1,'), [asked(less)], 1)).not.toBe('');
    expect(wrong('other', claim, refusal, [asked(less)], 0)).toBe('1 / 0');
    expect(wrong('other', claim, refusal, [asked(given)], 1)).not.toBe('');
    expect(wrong('other', claim, `172.17.0.3 is at ${macs.other}`, [asked(less)])).not.toBe('');
  });
});
