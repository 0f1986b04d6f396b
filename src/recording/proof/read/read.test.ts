import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import { withSlab } from '../../../host/sample-slab.ts';
import type { Claim } from '../claim.ts';
import { claimOf, facts, host, id, inside, told } from '../told.ts';
import type { View } from '../view.ts';
import { compared, readers } from './all.ts';
import { notCompared } from './not-compared.ts';
import { pipesOf, proveAnswer } from './reader.ts';

const supplied = { ...facts, supply: { cpus: 2, memory: 3915 * 2 ** 20, swap: 0 } };

/** What is wrong with a line's whole answer: nothing, or one sentence each. */
function wrong(
  line: string,
  output: string,
  more: Partial<Claim> & { view?: View; moments?: HostFacts[] } = {},
): string {
  const answer = told(
    (claim, verdict) => proveAnswer(claim, readers, verdict),
    line,
    output,
    more.view ?? host,
    more.moments ?? [facts, facts],
    more,
  );
  expect(answer.compared, `${line} is compared`).toBeGreaterThan(0);
  return answer.wrong.join('\n');
}

/** The same claim in a take in which others were asked before it, and the host was prepared. */
function takeWith(line: string, before: Claim[], prepared: string[] = []): Claim['told'] {
  const { told: take } = claimOf(line, '');
  return { ...take, prepared, claims: [...before, { ...claimOf(line, ''), step: 'ask' }] };
}

const free = (mem: string, swap = '0 0 0') =>
  `               total        used        free      shared  buff/cache   available\nMem:    ${mem.split(' ').join('    ')}\nSwap:    ${swap.split(' ').join('    ')}`;

test('a line’s pipes are read as one, each command by itself', () => {
  expect(pipesOf(claimOf("dmesg | head -n 1; grep -E 'a|b' f", '').commands)).toEqual([
    'dmesg | head -n 1',
    'grep -E a|b f',
  ]);
});

test('each reader has a name of its own and says what it compares with, and so does each thing that is not compared', () => {
  const kinds = compared.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const { kind, against } of compared) expect(kind && against).toMatch(/\w{3}/);
  for (const { what, why } of notCompared) expect(what && why).toMatch(/\w{3}/);
});

describe('free', () => {
  const more = { view: inside, moments: [supplied, supplied] };
  test('has sums that are right, and totals that the facts have', () => {
    expect(wrong('free -m', free('3915 503 3388 0 312 3412'), more)).toBe('');
  });
  test.each([
    ['the total', '3815 503 3388 0 312 3412', '0 0 0'],
    ['what is used', '3915 603 3388 0 312 3412', '0 0 0'],
    ['what is free', '3915 503 1388 0 312 3412', '0 0 0'],
    ['what is available', '3915 503 3388 0 312 3712', '0 0 0'],
    ['what is shared', '3915 503 3388 900 312 3412', '0 0 0'],
    ['the total of swap', '3915 503 3388 0 312 3412', '100 0 100'],
    ['the sum of swap', '3915 503 3388 0 312 3412', '0 7 0'],
  ])('is refused with %s forged', (_, mem, swap) => {
    expect(wrong('free -m', free(mem, swap), more)).not.toBe('');
  });
});

describe('dd', () => {
  const line = 'dd if=/dev/zero of=/f bs=256k count=16 oflag=direct';
  const dd = (last: string) => `16+0 records in\n16+0 records out\n${last}`;
  const more = { view: inside, from: 10, to: 14.5 };
  test('says one amount four times and a rate that follows from it, in no more time than it took', () => {
    expect(wrong(line, dd('4194304 bytes (4.2 MB, 4.0 MiB) copied, 4.10393 s, 1.0 MB/s'), more)).toBe('');
  });
  test.each([
    '4194308 bytes (4.2 MB, 4.0 MiB) copied, 4.10393 s, 1.0 MB/s',
    '4194304 bytes (4.3 MB, 4.0 MiB) copied, 4.10393 s, 1.0 MB/s',
    '4194304 bytes (4.2 MB, 4.1 MiB) copied, 4.10393 s, 1.0 MB/s',
    '4194304 bytes (4.2 MB, 4.0 MiB) copied, 9.10393 s, 0.5 MB/s',
    '4194304 bytes (4.2 MB, 4.0 MiB) copied, 4.10393 s, 1.4 MB/s',
    '4194304 bytes (4.2 MB, 4.0 MiB) copied, 0.41039 s, 10.2 MB/s',
  ])('is refused as %s', (last) => {
    expect(wrong(line, dd(last), more)).not.toBe('');
  });
});

describe('how much may wait in memory', () => {
  const line = 'dd if=/dev/zero of=/h bs=256k count=96';
  const dd = (last: string) => `96+0 records in\n96+0 records out\n${last}`;
  const {
    cgroups: [group],
  } = sampleHost({ containers: [{ name: 'web', meter: { ioMax: { '254:0': { wbps: 1048576 } } } }] });
  const limited = { ...facts, cgroups: group ? [group] : [] };
  const prepared = ['sysctl -qw vm.dirty_background_bytes=4194304 vm.dirty_bytes=8388608'];
  const more = { view: inside, from: 10, to: 30, moments: [limited, limited], told: takeWith(line, [], prepared) };
  test('is what the take has set', () => {
    const asks = 'cat /proc/sys/vm/dirty_bytes';
    expect(wrong(asks, '8388608', { ...more, told: takeWith(asks, [], prepared) })).toBe('');
    expect(wrong(asks, '8388609', { ...more, told: takeWith(asks, [], prepared) })).not.toBe('');
  });

  test('bounds how fast dd can be through the page cache', () => {
    expect(wrong(line, dd('25165824 bytes (25 MB, 24 MiB) copied, 17.9938 s, 1.4 MB/s'), more)).toBe('');
    expect(wrong(line, dd('25165824 bytes (25 MB, 24 MiB) copied, 7.99380 s, 3.1 MB/s'), more)).toContain(
      'at least 16.0',
    );
  });
});

describe('an exit status', () => {
  test('is what the command can end with after what it printed', () => {
    expect(wrong("timeout 6 bash -c 'x'", '', { status: 124, from: 10, to: 16.3 })).toBe('');
    expect(wrong("timeout 6 bash -c 'x'", '', { status: 0, from: 10, to: 16.3 })).toBe('124 / 0');
    expect(wrong("timeout 6 bash -c 'x'", '', { status: 124, from: 10, to: 12 })).toContain('6 s and a little');
    expect(wrong('docker rm -f web', 'web', { status: 139 })).toBe('0 / 139');
    const mount =
      'mount: /mnt: permission denied.\n       dmesg(1) may have more information after failed mount system call.';
    const fence = {
      permitted: '00000000a80425fb',
      effective: '00000000a80425fb',
      bounding: '00000000a80425fb',
      noNewPrivs: false,
      seccomp: 2,
      label: 'docker-default (enforce)',
    };
    const moment = { ...facts, processes: facts.processes.map((process) => ({ ...process, fence })) };
    const more = { view: inside, moments: [moment, moment] };
    expect(wrong('mount -t tmpfs none /mnt', mount, { ...more, status: 32 })).toBe('');
    expect(wrong('mount -t tmpfs none /mnt', mount, { ...more, status: 0 })).toBe('32 / 0');
    expect(wrong('mount -t tmpfs none /mnt', '', { ...more, status: 0 })).toContain('permission denied');
  });
});

describe('whoever refuses', () => {
  const fenced = (change: object): HostFacts => {
    const mask = '00000000a80425fb';
    const fence = {
      permitted: mask,
      effective: mask,
      bounding: mask,
      noNewPrivs: false,
      seccomp: 2,
      label: 'docker-default (enforce)',
      ...change,
    };
    return { ...facts, processes: facts.processes.map((process) => ({ ...process, fence })) };
  };
  const unshare = (change: object, output: string, status = 1) =>
    wrong('unshare --user id -u', output, { view: inside, moments: [fenced(change), fenced(change)], status });

  test('has an error of its own: seccomp EPERM, AppArmor EACCES, and nobody’s id where nobody refuses', () => {
    expect(unshare({}, 'unshare: unshare failed: Operation not permitted')).toBe('');
    expect(unshare({}, 'unshare: unshare failed: Permission denied')).toContain('Operation not permitted');
    expect(unshare({ seccomp: 0 }, 'unshare: unshare failed: Permission denied')).toBe('');
    expect(unshare({ seccomp: 0 }, 'unshare: unshare failed: Operation not permitted')).toContain('Permission denied');
    expect(unshare({ seccomp: 0, label: 'unconfined' }, '65534', 0)).toBe('');
    expect(unshare({ seccomp: 0, label: 'unconfined' }, 'unshare: unshare failed: Permission denied')).toContain(
      '65534',
    );
  });

  test('of the kernel’s log shows it to those with SYSLOG only, and its first line has the facts’ version', () => {
    const refusal = 'dmesg: read kernel buffer failed: Operation not permitted';
    expect(wrong('dmesg | head -n 1', refusal, { view: inside, moments: [fenced({})] })).toBe('');
    expect(
      wrong('dmesg | head -n 1', 'dmesg: read kernel buffer failed: Permission denied', {
        view: inside,
        moments: [fenced({})],
      }),
    ).toContain(refusal);
    const line = (version: string) =>
      `[    0.000000] Linux version ${version} (debian-kernel@lists.debian.org) (x86_64-linux-gnu-gcc-16 (Debian 16.2.0-3) 16.2.0, GNU ld (GNU Binutils for Debian) 2.47) #1 SMP PREEMPT_DYNAMIC Debian ${version.split('+')[0]}-1 (2026-10-22)`;
    expect(wrong('dmesg | head -n 1', line(facts.kernel))).toBe('');
    expect(wrong('dmesg | head -n 1', line('9.9.9+deb14-amd64'))).not.toBe('');
  });
});

describe('a clock', () => {
  test('is the recorder’s, ten seconds after the take began', () => {
    expect(wrong('date +%T', '12:00:10')).toBe('');
    expect(wrong('date +%T', '12:01:10')).toContain('about 12:00:10');
    expect(wrong('date +%T', '07:00:10')).toContain('about 12:00:10');
  });

  test('that was set an hour ahead goes on from there', () => {
    const set = { ...claimOf("date +%T -s '1 hour'", '13:00:05'), step: 'set', from: 5, to: 6 };
    expect(wrong('date +%T', '13:00:10', { told: takeWith('date +%T', [set]) })).toBe('');
    expect(wrong('date +%T', '12:00:10', { told: takeWith('date +%T', [set]) })).not.toBe('');
  });

  test('of uptime and idle time agrees with an earlier one', () => {
    const line = 'cat /proc/uptime; date';
    const before = { ...claimOf(line, '600.00 500.00\nThu Jan  1 12:00:00 UTC 2026'), step: 'before', from: 0, to: 1 };
    const more = { told: takeWith(line, [before]) };
    expect(wrong(line, '610.10 518.00\nThu Jan  1 12:00:10 UTC 2026', more)).toBe('');
    expect(wrong(line, '690.10 518.00\nThu Jan  1 12:00:10 UTC 2026', more)).toContain('within 1.5');
    expect(wrong(line, '610.10 599.00\nThu Jan  1 12:00:10 UTC 2026', more)).toContain('two CPUs');
    expect(wrong(line, '610.10 518.00\nFri Jan  2 12:00:10 UTC 2026', more)).toContain('Thu, 01 Jan 2026');
  });
});

describe('a port', () => {
  const client = { panes: { host: { title: 'client', via: 'ip netns exec client bash', rows: 5 } } };
  const line = 'nc -zv -w 4 10.99.0.1 8080';
  const [open, shut] = [
    'Connection to 10.99.0.1 8080 port [tcp/http-alt] succeeded!',
    'nc: connect to 10.99.0.1 port 8080 (tcp) timed out: Operation now in progress',
  ];
  const asked = (publish: string) => {
    const take = takeWith(line, [
      { ...claimOf(`docker run -d --name web -p ${publish} isolate-lab:13 nc -lk -p 80`, id), step: 'publish' },
    ]);
    return { told: { ...take, scene: { ...take.scene, ...client } }, view: { netns: 'client' } };
  };

  test('that is published can be reached from outside, on the address on which it is', () => {
    expect(wrong(line, open, asked('8080:80'))).toBe('');
    expect(wrong(line, shut, { ...asked('8080:80'), status: 1, to: 14.2 })).toContain('succeeded');
    expect(wrong(line, shut, { ...asked('127.0.0.1:8080:80'), status: 1, to: 14.2 })).toBe('');
    expect(wrong(line, open, asked('127.0.0.1:8080:80'))).toContain('timed out');
  });

  test('that nobody published is reached where the firewall’s rules, a step before, let it', () => {
    const service = 'nc -zv -w 4 10.99.0.1 9090';
    const rules = (port: number) => ({
      ...claimOf('ufw status verbose', `${port}/tcp                     ALLOW IN    Anywhere`),
      step: 'rules',
    });
    const told = (port: number) => {
      const take = takeWith(service, [rules(port)]);
      return { told: { ...take, scene: { ...take.scene, ...client } }, view: { netns: 'client' } };
    };
    expect(wrong(service, 'Connection to 10.99.0.1 9090 port [tcp/*] succeeded!', told(22))).toContain('timed out');
    expect(wrong(service, 'Connection to 10.99.0.1 9090 port [tcp/*] succeeded!', told(9090))).toBe('');
  });
});

describe('ping', () => {
  const line = 'ping -c 2 10.0.2.2';
  const host1 = facts.processes.find(({ pid }) => pid === 1);
  const ens3 = { index: 2, name: 'ens3', kind: '', mac: '', up: true, addresses: ['10.0.2.15/24'] };
  const outside: HostFacts = {
    ...facts,
    namespaces: [{ kind: 'net', inode: host1?.ns.net ?? 0, links: [ens3] }],
  };
  const answer = (rtt: string, received = 2) =>
    `PING 10.0.2.2 (10.0.2.2) 56(84) bytes of data.\n64 bytes from 10.0.2.2: icmp_seq=1 ttl=254 time=25.9 ms\n64 bytes from 10.0.2.2: icmp_seq=2 ttl=254 time=3.32 ms\n\n--- 10.0.2.2 ping statistics ---\n2 packets transmitted, ${received} received, 0% packet loss, time 1004ms\nrtt min/avg/max/mdev = ${rtt} ms`;
  const more = { moments: [outside, outside], from: 10, to: 11.2 };
  test('counts and averages what its own lines say', () => {
    expect(wrong(line, answer('3.320/14.602/25.885/11.282'), more)).toBe('');
    expect(wrong(line, answer('3.320/24.602/25.885/11.282'), more)).not.toBe('');
    expect(wrong(line, answer('9.320/14.602/25.885/11.282'), more)).not.toBe('');
    expect(wrong(line, answer('3.320/14.602/25.885/11.282', 1), more)).not.toBe('');
    expect(wrong(line, answer('3.320/14.602/25.885/11.282'), { ...more, to: 10.2 })).not.toBe('');
  });
});

describe('top', () => {
  const cpu = (shares: string) => `%Cpu(s): ${shares} st `;
  test('has shares that are a whole', () => {
    const line = 'top -bn2 -d3 | grep Cpu | tail -1';
    expect(wrong(line, cpu('73.9 us, 22.3 sy,  0.0 ni,  0.3 id,  0.0 wa,  0.0 hi,  3.5 si,  0.0'))).toBe('');
    expect(wrong(line, cpu('73.9 us, 22.3 sy,  0.0 ni, 40.3 id,  0.0 wa,  0.0 hi,  3.5 si,  0.0'))).toContain(
      '100 within',
    );
  });
});

describe('files', () => {
  test('are as long as what was written into them, and as old as the take', () => {
    const wrote = { ...claimOf('echo made inside > /host/root/one', ''), step: 'write' };
    const line = 'ls -l /root';
    const row = (size: string, time: string) =>
      `total 4\n-rw-r--r-- 1 root root ${size} Jan  1 ${time} one\n-rw-r--r-- 1 root root  0 Jan  1 ${time} two`;
    const more = { told: takeWith(line, [wrote]) };
    expect(wrong(line, row('12', '12:00'), more)).toBe('');
    expect(wrong(line, row('13', '12:00'), more)).not.toBe('');
    expect(wrong(line, row('12', '12:09'), more)).toContain('between');
  });

  test('name the system as the header and the image’s tag have it', () => {
    const line = 'grep PRETTY /etc/os-release';
    expect(wrong(line, 'PRETTY_NAME="Debian GNU/Linux forky/sid"')).toBe('');
    expect(wrong(line, 'PRETTY_NAME="Alpine Linux v3.99"')).not.toBe('');
    expect(wrong(line, 'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"', { view: inside })).toBe('');
    expect(wrong(line, 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"', { view: inside })).not.toBe('');
  });
});

describe('a load average', () => {
  const slabs = [withSlab(facts), withSlab(facts)];
  const [one, five, fifteen] = slabs[0]?.slab?.load ?? [];
  const line = (first: string) => `${first} ${five} ${fifteen} 2/900 3000`;
  test('lies near the readings around it', () => {
    expect(wrong('cat /proc/loadavg', line(one ?? ''), { moments: slabs })).toBe('');
    expect(wrong('cat /proc/loadavg', line('41.27'), { moments: slabs })).toContain('to');
  });
});

describe('what the host’s root may, and who is it', () => {
  const mapped = (outside: number, uid: number): HostFacts => ({
    ...facts,
    processes: facts.processes.map((process) => (process.nspid.length > 1 ? { ...process, uid } : process)),
    namespaces: [...new Set(facts.processes.map(({ ns }) => ns.user))].map((inode) => ({
      ...{ kind: 'user', inode },
      uidMap: [[0, outside, outside === 0 ? 4294967295 : 65536]],
    })),
  });
  const line = 'wc -l /host/etc/shadow';
  const [read, denied] = ['21 /host/etc/shadow', 'wc: /host/etc/shadow: Permission denied'];

  test('is told by the map of user ids: the host’s root reads, a remapped one is refused', () => {
    const [root, remapped] = [mapped(0, 0), mapped(100_000, 100_000)].map((moment) => ({
      view: inside,
      moments: [moment, moment],
    }));
    expect(wrong(line, read, root)).toBe('');
    expect(wrong(line, denied, { ...root, status: 1 })).toContain('shadow');
    expect(wrong(line, denied, { ...remapped, status: 1 })).toBe('');
    expect(wrong(line, read, remapped)).toContain('Permission denied');
    expect(wrong('id -u', '0', remapped)).toBe('');
    expect(wrong('id -u', '1000', remapped)).toContain('1000');
  });

  test('of a setuid file is its owner, unless the mount or the process forbids it', () => {
    const ana = { panes: { host: { title: 'ana', via: 'su - ana', rows: 5 } } };
    const asked = (before: Claim[]) => {
      const take = takeWith('/srv/share/id', before, ['useradd -u 1500 -m -k /var/empty -s /bin/bash ana']);
      return { told: { ...take, scene: { ...take.scene, ...ana } } };
    };
    const nosuid = { ...claimOf('mount -o bind,nosuid /srv/share /srv/share', ''), step: 'nosuid' };
    const [euid, plain] = [
      'uid=1500(ana) gid=1500(ana) euid=0(root) groups=1500(ana)',
      'uid=1500(ana) gid=1500(ana) groups=1500(ana)',
    ];
    expect(wrong('/srv/share/id', euid, asked([]))).toBe('');
    expect(wrong('/srv/share/id', plain, asked([]))).toContain('euid=0');
    expect(wrong('/srv/share/id', plain, asked([nosuid]))).toBe('');
    expect(wrong('/srv/share/id', euid, asked([nosuid]))).not.toBe('');
  });
});

describe('System V IPC', () => {
  const own = facts.processes.find(({ pid }) => pid === 1)?.ns.ipc ?? 0;
  const shared: HostFacts = {
    ...facts,
    namespaces: [
      {
        kind: 'ipc',
        inode: own,
        sysvShm: [{ key: 0x8d394f4f, id: 0, bytes: 4096, owner: 0, attached: 0 }],
        sysvSem: [],
      },
    ],
  };
  const more = { moments: [shared, shared] };
  const table = (key: string, size = '4096') =>
    `\n------ Shared Memory Segments --------\nkey        shmid      owner      perms      bytes      nattch     status      \n${key} 0          root       644        ${size}       0                       \n`;

  test('has the segments that the facts have', () => {
    expect(wrong('ipcs -m', table('0x8d394f4f'), more)).toBe('');
    expect(wrong('ipcs -m', table('0x8d394f4e'), more)).not.toBe('');
    expect(wrong('ipcs -m', table('0x8d394f4f', '8192'), more)).not.toBe('');
    expect(wrong('ipcmk -M 4096', 'Shared memory id: 0', more)).toBe('');
    expect(wrong('ipcmk -M 4096', 'Shared memory id: 1', more)).not.toBe('');
  });
});

describe('whoever is killed for memory', () => {
  const counted = (kills: number) =>
    sampleHost({ containers: [{ name: 'web', meter: { memoryEvents: { oom_kill: kills } } }] });
  const line = "python3 -c 'b = bytearray(200 * 2**20)'; echo $?";

  test('ends with 137, and the facts count it', () => {
    const [killed, spared] = [
      { view: inside, moments: [counted(0), counted(1)] },
      { view: inside, moments: [counted(1), counted(1)] },
    ];
    expect(wrong(line, 'Killed\n137', killed)).toBe('');
    expect(wrong(line, 'Killed\n139', killed)).toContain('139');
    expect(wrong(line, '0', killed)).toContain('Killed');
    expect(wrong(line, '0', spared)).toBe('');
    expect(wrong(line, 'Killed\n137', spared)).not.toBe('');
  });
});

test('an answer with a line left out, doubled or put in from elsewhere is refused', () => {
  const rows =
    'State     Recv-Q    Send-Q       Local Address:Port        Peer Address:Port    \nLISTEN    0         4096               0.0.0.0:8080             0.0.0.0:*       \nLISTEN    0         4096                  [::]:8080                [::]:*       ';
  const line = "ss -ltn 'sport = :8080'";
  const more = {
    told: takeWith(line, [
      { ...claimOf('docker run -d --name web -p 8080:80 isolate-lab:13 nc -lk -p 80', id), step: 'p' },
    ]),
  };
  const lines = rows.split('\n');
  expect(wrong(line, rows, more)).toBe('');
  expect(wrong(line, lines.slice(0, 2).join('\n'), more)).not.toBe('');
  expect(wrong(line, [...lines, lines[2]].join('\n'), more)).toContain('nothing more');
  expect(wrong(line, [lines[0], 'invented', lines[2]].join('\n'), more)).toContain('invented');
});
