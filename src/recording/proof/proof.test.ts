import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../host/sample.ts';
import { withUidMap } from '../../host/sample-ids.ts';
import { withShell } from '../../host/sample-strangers.ts';
import { commandsOf } from './claim.ts';
import { proveFormats, proveIds } from './docker.ts';
import { proveUidMap } from './ids.ts';
import { proveCgroupPaths, proveLsns, proveNsLinks } from './namespaces.ts';
import { proveForwards, proveIp } from './network.ts';
import { proveNames, proveNspid, provePs } from './processes.ts';
import { facts, host, id, inside, told } from './told.ts';
import { type View, viewAt, viewOf } from './view.ts';

const web = facts.containers[0];
const sleep = facts.processes.find(({ pid }) => pid === web?.pid);

describe('commandsOf', () => {
  test('cuts a line at what separates commands, and nowhere inside of quotes or $( )', () => {
    const words = (line: string) => commandsOf(line).map((command) => command.words.join('_'));
    expect(words("ps aux | grep '[s]leep 600'")).toEqual(['ps_aux', 'grep_[s]leep 600']);
    expect(words('(sleep 300 &); ps -eo pid')).toEqual(['sleep_300', 'ps_-eo_pid']);
    expect(words('kill $(pgrep -x sleep; true) && echo "a;b" || c')).toEqual([
      'kill_$(pgrep -x sleep; true)',
      'echo_a;b',
      'c',
    ]);
    expect(commandsOf('a | b').map(({ piped }) => piped)).toEqual([true, false]);
  });
});

test('a pane’s view follows from how it is opened', () => {
  expect(viewOf(undefined)).toEqual(host);
  expect(viewOf('su - ana')).toEqual(host);
  expect(viewOf('docker exec -it web bash')).toEqual(inside);
  expect(viewOf('docker run --rm -it --name web isolate-lab:13 bash')).toEqual(inside);
  expect(viewOf('docker run -it isolate-lab:13 bash')).toBeUndefined();
});

describe('a shell that left the host', () => {
  const made = withShell(facts, { own: ['pid', 'mnt', 'uts'] });
  const entered = withShell(facts, { entered: 'web' });
  const stranger: View = { stranger: true };

  test('has its own view from the step on that finds it outside', () => {
    expect(viewAt(undefined, facts)).toEqual(host);
    expect(viewAt(undefined, made)).toEqual(stranger);
    expect(viewAt('docker exec -it web bash', made)).toEqual(inside);
  });

  test('lists what its own PID namespace holds, by the numbers there', () => {
    const rows = (shell: number) =>
      `    PID TTY          TIME CMD\n      ${shell} pts/0    00:00:00 bash\n 9 pts/0 00:00:00 ps`;
    expect(told(provePs, 'ps -e', rows(1), stranger, [made])).toMatchObject({ wrong: [] });
    expect(told(provePs, 'ps -e', rows(2), stranger, [made]).wrong).not.toEqual([]);
    const joined = (shell: number) => `  1 sleep 1000\n  7 bash\n ${shell} bash\n 41 ps -e -o pid,args`;
    expect(told(provePs, 'ps -e -o pid,args', joined(40), stranger, [entered]).wrong).toEqual([]);
    expect(told(provePs, 'ps -e -o pid,args', joined(39), stranger, [entered]).wrong).not.toEqual([]);
  });

  test('reads each path of a cgroup as its own namespace shortens it', () => {
    const seen = structuredClone(entered);
    for (const process of seen.processes)
      if (process.comm === 'bash' && process.pid === 3001) process.cgroupSeen = '/../../user.slice/session-3.scope';
    const both = (own: string, first: string) =>
      told(proveCgroupPaths, 'cat /proc/self/cgroup /proc/1/cgroup', `0::${own}\n0::${first}`, stranger, [seen]);
    expect(both('/../../user.slice/session-3.scope', '/')).toEqual({ compared: 2, wrong: [] });
    expect(both('/', '/').wrong).toHaveLength(1);
    expect(both('/../../user.slice/session-3.scope', '/../../user.slice/session-3.scope').wrong).toHaveLength(1);
  });
});

test('uid_map holds the rows of the namespace that was asked about, each and in order', () => {
  const rootless = withUidMap(facts, 'web', [
    [0, 1000, 1],
    [1, 100000, 65536],
  ]);
  const map = (line: string, output: string, view: View = inside) => told(proveUidMap, line, output, view, [rootless]);
  const rows = '0\n         0       1000          1\n         1     100000      65536';
  expect(map('id -u; cat /proc/self/uid_map', rows)).toEqual({ compared: 1, wrong: [] });
  expect(map('id -u; cat /proc/self/uid_map', rows.replace('100000', '100001')).wrong).toHaveLength(1);
  expect(map('cat /proc/$(pgrep -x sleep)/uid_map', rows, host)).toEqual({ compared: 1, wrong: [] });
  expect(map('docker run --rm --userns=host isolate-lab:13 cat /proc/self/uid_map', '0 1000 1', host).wrong).toEqual([
    '0 1000 1; 1 100000 65536 / 0 1000 1',
  ]);
});

describe('processes', () => {
  const row = (pid: number | string, command = 'sleep 600') =>
    `root  ${pid}  0.0  0.0   3020  1828 ?        Ss   02:39   0:00 ${command}`;
  const rows = (first: number | string, shell: number | string) =>
    `${row(first, 'sleep 1000')}\n${row(shell, 'bash')}\n${row(15, 'ps aux')}`;

  test('the rows of ps agree inside and outside', () => {
    expect(told(provePs, 'ps aux', rows(1, 7), inside).wrong).toEqual([]);
    expect(told(provePs, 'ps aux | grep sleep', row(908, 'sleep 1000')).wrong).toEqual([]);
    expect(told(provePs, 'docker top web -o pid,ppid,args', '908  829  sleep 1000\n917  829  bash').wrong).toEqual([]);
    expect(told(provePs, 'ps -o pid,args -p 1', '  1 sleep 1000', inside).compared).toBeGreaterThan(1);
  });

  test('another number, user, parent or command is found, and so is a row left out', () => {
    expect(told(provePs, 'ps aux', rows(2, 7), inside).wrong.join()).toContain(
      '1, the number of "sleep 1000" / 2 sleep 1000',
    );
    expect(told(provePs, 'ps aux | grep sleep', row(909, 'sleep 1000')).wrong.join()).toContain('908, the number of');
    expect(told(provePs, 'ps aux', `${row(1, 'sleep 1001')}\n${row(7, 'bash')}`, inside).wrong.join()).toContain(
      'sleep 1000 / sleep 1001',
    );
    expect(told(provePs, 'ps aux', row(1, 'sleep 1000').replace('root', 'mail'), inside).wrong.join()).toContain(
      'root / mail',
    );
    expect(told(provePs, 'ps aux', row(1, 'sleep 1000'), inside).wrong).toEqual(['one for 7 bash / none']);
    expect(told(provePs, 'docker top web -o pid,ppid,args', '908 828 sleep 1000\n917 829 bash').wrong).toEqual([
      '829 / 828',
    ]);
    expect(told(provePs, 'ps aux', `${rows(1, 7)}\n${row(30, 'nginx')}`, inside).wrong).toEqual([
      'a process that the facts list / 30 nginx',
    ]);
  });

  test('a command may be cut at the terminal’s width, and only there', () => {
    const long = sampleHost({ containers: [{ name: 'web', args: 'sleep 1000 2000 3000' }] });
    const cut = 'root           1  0.0  0.0   3020  1828 ?        Ss   02:39   0:00 sleep 1000 20';
    expect(cut).toHaveLength(80);
    expect(told(provePs, 'ps aux', cut, inside, [long]).wrong).toEqual([]);
    expect(told(provePs, 'ps aux', cut.slice(0, -3), inside, [long]).wrong).not.toEqual([]);
  });

  test('a zombie has its name in brackets', () => {
    const after = structuredClone(facts);
    for (const process of after.processes)
      if (process.comm === 'bash') Object.assign(process, { args: '', zombie: true });
    expect(told(provePs, 'ps -eo pid,args', '1 sleep 1000\n7 [bash] <defunct>', inside, [after]).wrong).toEqual([]);
  });

  test('NSpid holds every number of one process, from the view’s namespace inwards', () => {
    expect(told(proveNspid, 'grep NSpid /proc/908/status', 'NSpid:\t908\t1')).toEqual({ compared: 1, wrong: [] });
    expect(told(proveNspid, 'grep NSpid /proc/1/status', 'NSpid:\t1', inside)).toEqual({ compared: 1, wrong: [] });
    expect(told(proveNspid, 'grep NSpid /proc/908/status', 'NSpid:\t908\t7').wrong).toEqual(['908 1 / 908 7']);
  });

  test('names are those of the view’s UTS namespace and of the one kernel', () => {
    expect(told(proveNames, 'hostname', 'dockerhost').wrong).toEqual([]);
    expect(told(proveNames, 'hostname; uname -r', `${id.slice(0, 12)}\n${facts.kernel}`, inside)).toEqual({
      compared: 2,
      wrong: [],
    });
    expect(told(proveNames, 'hostname', 'dockerhost', inside).wrong).toEqual([`${id.slice(0, 12)} / dockerhost`]);
    expect(told(proveNames, 'uname -r', '7.2.5').wrong).toHaveLength(1);
    const made = 'strace -e trace=unshare unshare --uts hostname';
    expect(told(proveNames, made, 'unshare(CLONE_NEWUTS) = 0\ndockerhost').wrong).toEqual([]);
    expect(told(proveNames, made, 'unshare(CLONE_NEWUTS) = 0\ndockerhosu').wrong).toHaveLength(1);
    const entered = 'nsenter -t $(pgrep -x sleep) --uts hostname';
    expect(told(proveNames, entered, id.slice(0, 12)).wrong).toEqual([]);
    expect(told(proveNames, entered, 'dockerhost').wrong).toHaveLength(1);
  });
});

describe('namespaces', () => {
  const init = facts.processes[0];

  test('links name the inode of the process that was asked for', () => {
    const both = `pid:[${init?.ns.pid}]\npid:[${sleep?.ns.pid}]`;
    expect(told(proveNsLinks, 'readlink /proc/1/ns/pid /proc/908/ns/pid', both)).toEqual({ compared: 2, wrong: [] });
    expect(told(proveNsLinks, 'readlink /proc/908/ns/pid /proc/1/ns/pid', both).wrong).toHaveLength(2);
    expect(told(proveNsLinks, 'readlink /proc/self/ns/uts', `uts:[${sleep?.ns.uts}]`, inside).wrong).toEqual([]);
    expect(told(proveNsLinks, 'readlink /proc/self/ns/uts', `uts:[${init?.ns.uts}]`, inside).wrong).toHaveLength(1);
    // What unshare makes has ended before the host is asked: it can only be told from what was there.
    const fresh = 'unshare -T readlink /proc/self/ns/time';
    expect(told(proveNsLinks, fresh, 'time:[4026539999]')).toEqual({ compared: 1, wrong: [] });
    expect(told(proveNsLinks, fresh, `time:[${init?.ns.time}]`).wrong).toHaveLength(1);
    const listed = `lrwxrwxrwx 1 root root 0 Nov 24 02:00 net -> 'net:[${sleep?.ns.net}]'`;
    expect(told(proveNsLinks, 'ls -l /proc/908/ns', listed).wrong).toEqual([]);
    expect(
      told(proveNsLinks, 'ls -l /proc/908/ns', listed.replace(`${sleep?.ns.net}`, `${sleep?.ns.mnt}`)).wrong,
    ).toHaveLength(1);
  });

  test('lsns tells types, inodes and processes that belong together', () => {
    const row = (inode: number | undefined, pid: number) => `${inode} pid         2 ${pid} root             sleep 1000`;
    expect(told(proveLsns, 'lsns', `        NS TYPE NPROCS   PID USER COMMAND\n${row(sleep?.ns.pid, 908)}`)).toEqual({
      compared: 1,
      wrong: [],
    });
    expect(told(proveLsns, 'lsns', row((sleep?.ns.pid ?? 0) + 1, 908)).wrong).toHaveLength(1);
    expect(told(proveLsns, 'lsns', row(sleep?.ns.pid, 909)).wrong).toHaveLength(1);
  });

  test('a cgroup path is the host’s outside, and / inside', () => {
    expect(told(proveCgroupPaths, 'cat /proc/self/cgroup', '0::/', inside)).toEqual({ compared: 1, wrong: [] });
    expect(told(proveCgroupPaths, 'cat /proc/908/cgroup', `0::/system.slice/docker-${id}.scope`).wrong).toEqual([]);
    expect(told(proveCgroupPaths, 'cat /proc/908/cgroup', '0::/').wrong).toHaveLength(1);
  });
});

test('ip tells index, peer, state, bridge, MAC and addresses of the view’s links', () => {
  const linked = structuredClone(facts);
  linked.namespaces.push({
    kind: 'net',
    inode: sleep?.ns.net ?? 0,
    links: [
      {
        index: 2,
        name: 'eth0',
        kind: 'veth',
        mac: '42:9e:42:ea:e9:a8',
        up: true,
        addresses: ['172.17.0.2/16'],
        peerIndex: 4,
      },
    ],
  });
  const shown = `2: eth0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default
    link/ether 42:9e:42:ea:e9:a8 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 172.17.0.2/16 brd 172.17.255.255 scope global eth0
       valid_lft forever preferred_lft forever`;
  const rule = (address: string) =>
    told(
      proveForwards,
      'iptables -t nat -S DOCKER',
      `-N DOCKER\n-A DOCKER -j DNAT --to-destination ${address}:80`,
      host,
      [linked],
    );
  expect(rule('172.17.0.2')).toEqual({ compared: 1, wrong: [] });
  expect(rule('172.17.0.3').wrong).toEqual(['172.17.0.2 / 172.17.0.3']);
  const ip = (text: string, line = 'ip addr') => told(proveIp, line, text, inside, [linked]);
  expect(ip(shown)).toEqual({ compared: 6, wrong: [] });
  expect(ip('eth0@if4         UP             172.17.0.2/16', 'ip -br addr')).toEqual({ compared: 3, wrong: [] });
  for (const [from, to] of [
    ['2: eth0', '3: eth0'],
    ['if4', 'if5'],
    [',UP,', ',DOWN,'],
    ['e9:a8', 'e9:a9'],
    ['.0.2/16', '.0.3/16'],
    ['eth0@', 'eth1@'],
  ] as const)
    expect(ip(shown.replace(from, to)).wrong, to).not.toEqual([]);
});

test('docker prints ids and states that the facts hold', () => {
  expect(told(proveIds, 'docker run -d --name web isolate-lab:13 sleep 1000', id)).toEqual({ compared: 2, wrong: [] });
  expect(
    told(proveIds, 'docker run -d --name web isolate-lab:13 sleep 1000', id.replace(/.$/, '0')).wrong,
  ).toHaveLength(2);
  expect(told(proveIds, 'docker ps', `${id.slice(0, 12)}   isolate-lab:13`).wrong).toEqual([]);
  expect(told(proveIds, 'docker network create shop', 'f'.repeat(64))).toEqual({ compared: 0, wrong: [] });
  const inspect = (output: string) =>
    told(proveFormats, "docker inspect -f '{{.State.Pid}} {{.Config.Hostname}} {{.Driver}}' web", output).wrong;
  expect(inspect(`908 ${id.slice(0, 12)} overlay2`)).toEqual([]);
  expect(inspect(`909 ${id.slice(0, 12)} overlay2`)).toHaveLength(1);
  const exited = sampleHost({ containers: [{ name: 'web', exited: 137 }] });
  const ps = (output: string) =>
    told(proveFormats, "docker ps -a --format '{{.Names}}: {{.Status}}'", output, host, [exited]).wrong;
  expect(ps('web: Exited (137) 4 seconds ago')).toEqual([]);
  expect(ps('web: Exited (0) 4 seconds ago')).toHaveLength(1);
});
