import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../host/facts.ts';
import { facts, host, inside } from '../told.ts';
import { wrongIn } from './in-take.ts';

const started = 'docker run -d --name web -e TOKEN=s3cr3t -v /srv/token:/run/token:ro isolate-lab:13 sleep 900';
const prepared = ['echo from-a-file > /srv/token && chmod 600 /srv/token'];

describe('a variable', () => {
  const before = [started];
  test.each([
    ['echo $TOKEN', 's3cr3t', inside],
    ["docker inspect -f '{{.Config.Env}}' web", '[TOKEN=s3cr3t LANG=C.UTF-8]', host],
    ["tr '\\0' '\\n' < /proc/$(pgrep -x sleep)/environ | grep TOKEN", 'TOKEN=s3cr3t', host],
  ])('is what was typed for it: %s', (line, output, view) => {
    expect(wrongIn(line, output, { before, view })).toBe('');
    expect(wrongIn(line, output.replace('s3cr3t', 'forged'), { before, view })).not.toBe('');
  });

  test('is refused to a user who is not root, by the container’s own number', () => {
    const line = 'runuser -u nobody -- cat /proc/$(pgrep -x sleep)/environ';
    const pid = facts.containers[0]?.pid;
    expect(wrongIn(line, `cat: /proc/${pid}/environ: Permission denied`, { before, status: 1 })).toBe('');
    expect(wrongIn(line, 'cat: /proc/7/environ: Permission denied', { before, status: 1 })).not.toBe('');
    expect(wrongIn(line, `cat: /proc/${pid}/environ: Permission denied`, { before, status: 0 })).not.toBe('');
  });
});

test('a mounted file is what the take wrote into it, and none of an image’s', () => {
  expect(wrongIn('cat /run/token', 'from-a-file', { before: [started], prepare: prepared, view: inside })).toBe('');
  expect(wrongIn('cat /run/token', 'another', { before: [started], prepare: prepared, view: inside })).not.toBe('');
  expect(wrongIn('docker run --rm copy wc -c /run/token', '0 /run/token')).toBe('');
  expect(wrongIn('docker run --rm copy wc -c /run/token', '12 /run/token')).not.toBe('');
});

describe('the host’s services', () => {
  const before = ['docker run -d --name web --add-host host.docker.internal:host-gateway isolate-lab:13 sleep 900'];
  const prepare = ['systemd-run nc -lk -p 9090', 'systemd-run nc -lk 127.0.0.1 9091'];
  const links = [
    { index: 3, name: 'docker0', kind: 'bridge', mac: '', up: true, addresses: ['172.17.0.1/16', 'fe80::1/64'] },
  ];
  const bridged = {
    ...facts,
    namespaces: [...facts.namespaces, { kind: 'net', inode: 1, links }],
  } as unknown as HostFacts;
  const more = { before, prepare, view: inside, moments: [bridged, bridged] };
  const open = (name: string, port: number) => `Connection to ${name} ${port} port [tcp/*] succeeded!`;
  const shut = (name: string, port: number) => `nc: connect to ${name} port ${port} (tcp) failed: Connection refused`;
  const gateway = 'host.docker.internal (172.17.0.1)';

  test('answer on the addresses on which they listen, and on no loopback but the host’s', () => {
    expect(wrongIn('nc -zv -w 2 127.0.0.1 9090', shut('127.0.0.1', 9090), { ...more, status: 1 })).toBe('');
    expect(wrongIn('nc -zv -w 2 127.0.0.1 9090', open('127.0.0.1', 9090), more)).not.toBe('');
    expect(wrongIn('nc -zv -w 2 host.docker.internal 9090', open(gateway, 9090), more)).toBe('');
    expect(wrongIn('nc -zv -w 2 host.docker.internal 9091', shut(gateway, 9091), { ...more, status: 1 })).toBe('');
    expect(wrongIn('nc -zv -w 2 host.docker.internal 9091', open(gateway, 9091), more)).not.toBe('');
    const joined = 'docker run --rm --network=host isolate-lab:13 nc -zv -w 2 127.0.0.1 9091';
    expect(wrongIn(joined, open('127.0.0.1', 9091), { ...more, view: host })).toBe('');
  });

  test('are named by the address of docker0', () => {
    expect(wrongIn('grep internal /etc/hosts', '172.17.0.1\thost.docker.internal', more)).toBe('');
    expect(wrongIn('grep internal /etc/hosts', '172.17.0.9\thost.docker.internal', more)).not.toBe('');
  });
});

describe('a user’s processes', () => {
  const before = ['docker run -d --name web -u 1500 --ulimit nproc=2 isolate-lab:13 sleep 900'];
  const of = (uid: number): HostFacts => ({
    ...facts,
    processes: facts.processes.map((process) => (process.nspid.length > 1 ? { ...process, uid } : process)),
  });
  const full = { before, view: inside, moments: [of(1500), of(1500)] };
  const refused = [...Array(4).fill('bash: fork: retry: '), 'bash: fork: '].map(
    (words) => `${words}Resource temporarily unavailable`,
  );

  test('are as many as the facts have, and may be as many as was typed', () => {
    expect(wrongIn('ulimit -u', '2', full)).toBe('');
    expect(wrongIn('ulimit -u', '20', full)).not.toBe('');
    expect(wrongIn('ps -U 1500 --no-headers | wc -l', '2', full)).toBe('');
    expect(wrongIn('ps -U 1500 --no-headers | wc -l', '3', full)).not.toBe('');
    expect(wrongIn('docker exec -u 1501 two id -u', '1501')).toBe('');
    expect(wrongIn('docker exec -u 1501 two id -u', '1500')).not.toBe('');
  });

  test('are refused one more where they are that many, after bash has tried as long as it does', () => {
    const more = { ...full, status: 254, from: 10, to: 26 };
    expect(wrongIn('date', refused.join('\n'), more)).toBe('');
    expect(wrongIn('date', refused.slice(1).join('\n'), more)).not.toBe('');
    expect(wrongIn('date', refused.join('\n'), { ...more, to: 11 })).not.toBe('');
  });

  test('come by as many as were started', () => {
    const line = '(for i in {1..15}; do sleep 600 & done; exec sleep 600) &';
    const cgroup = facts.processes.find(({ nspid }) => nspid.length > 1)?.cgroup ?? '';
    const [first] = facts.processes;
    if (!first) throw new Error('The sample has no process.');
    const some = Array.from({ length: 16 }, (_, index) => ({ ...first, pid: 9000 + index, cgroup }));
    const after = { ...facts, processes: [...facts.processes, ...some] } as HostFacts;
    expect(wrongIn(line, `[1] ${facts.processes[0]?.nspid[0]}`, { view: inside, moments: [facts, after] })).toBe('');
    expect(wrongIn(line, '[1] 77777', { view: inside, moments: [facts, after] })).not.toBe('');
    expect(wrongIn(line, `[1] ${facts.processes[0]?.nspid[0]}`, { view: inside, moments: [facts, facts] })).not.toBe(
      '',
    );
  });
});
