import type { Link, Mount, Namespace, SysvSem, SysvShm } from './facts.ts';

/** `ip -d -o link` and then `ip -o addr`; busybox has no `-d`, and then a link's kind is told by its name. ip-link(8) */
export function parseLinks(text: string): Link[] {
  const links = new Map<number, Link>();
  for (const line of text.split('\n')) {
    const address = /^(\d+):\s+\S+\s+inet6?\s+(\S+)/.exec(line);
    if (address) {
      links.get(Number(address[1]))?.addresses.push(address[2] ?? '');
      continue;
    }
    const link = /^(\d+):\s+([^\s:@]+)(?:@(\S+))?:\s+<([^>]*)>(.*)$/.exec(line);
    if (!link || links.has(Number(link[1]))) continue;
    const [, index, name = '', other, flags = '', rest = ''] = link;
    const peer = /^if(\d+)$/.exec(other ?? '')?.[1];
    const netns = /link-netnsid (\d+)/.exec(rest)?.[1];
    const master = /\bmaster (\S+)/.exec(rest)?.[1];
    links.set(Number(index), {
      index: Number(index),
      name,
      kind: kindOf(name, flags, other, rest),
      mac: /link\/\w+ ([0-9a-f:]{17})/.exec(rest)?.[1] ?? '',
      up: flags.split(',').includes('UP'),
      addresses: [],
      ...(peer === undefined ? {} : { peerIndex: Number(peer) }),
      ...(netns === undefined ? {} : { peerNetnsid: Number(netns) }),
      ...(master === undefined ? {} : { master }),
    });
  }
  return [...links.values()];
}

/** The two lines of /proc/net/snmp that begin with `Icmp:`: names, and then values. proc_pid_net(5) */
export function parseEchoes(text: string): { echoReplies?: number; echoRequests?: number } {
  const [names, values] = [...text.matchAll(/^Icmp: (.*)$/gm)].map((line) => line[1]?.split(' ') ?? []);
  const count = (name: string) => values?.[names?.indexOf(name) ?? -1];
  const [replies, requests] = [count('InEchoReps'), count('InEchos')];
  if (replies === undefined || requests === undefined) return {};
  return { echoReplies: Number(replies), echoRequests: Number(requests) };
}

function kindOf(name: string, flags: string, other: string | undefined, rest: string): string {
  if (flags.split(',').includes('LOOPBACK')) return 'loopback';
  const told = /\\\s+(bridge|veth|vlan|dummy|tun|macvlan|ipvlan|vxlan|wireguard)\b/.exec(rest)?.[1];
  if (told) return told;
  if (/^docker\d|^br-/.test(name)) return 'bridge';
  return other?.startsWith('if') || name.startsWith('veth') ? 'veth' : 'ether';
}

/** /proc/PID/mountinfo. proc_pid_mountinfo(5) */
export function parseMounts(text: string): Mount[] {
  const mounts: Mount[] = [];
  for (const line of text.split('\n')) {
    const [front, back] = line.split(' - ');
    if (front === undefined || back === undefined) continue;
    const [, , , root = '', target = '', options = ''] = front.split(' ');
    const [type = '', source = '', own = ''] = back.split(' ');
    mounts.push({
      root: unescaped(root),
      target: unescaped(target),
      type,
      source: unescaped(source),
      options: `${options},${own}`,
    });
  }
  return mounts;
}

/** Spaces, tabs, line ends and backslashes stand as octal numbers in mountinfo. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** /proc/PID/uid_map. user_namespaces(7) */
export function parseUidMap(text: string): [number, number, number][] {
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row): row is [number, number, number] => row.length === 3);
}

/** /proc/sysvipc/shm, /proc/sysvipc/sem and then `ls -ln` of /dev/shm. sysvipc(7), shm_overview(7) */
export function parseIpc(text: string): Pick<Namespace, 'sysvShm' | 'sysvSem' | 'posixShm'> {
  const sysvShm: SysvShm[] = [];
  const sysvSem: SysvSem[] = [];
  const posixShm: { name: string; bytes: number }[] = [];
  let columns: string[] = [];
  for (const line of text.split('\n')) {
    // A key of shared memory may be negative, too: a file is told by its whole mode.
    const file = /^-[rwxsStT-]{9}[.+@]?\s+\d+\s+\d+\s+\d+\s+(\d+)\s+\S+\s+\S+\s+\S+\s(.+)$/.exec(line);
    const words = line.trim().split(/\s+/);
    const value = (name: string) => Number(words[columns.indexOf(name)]);
    if (file) posixShm.push({ name: file[2] ?? '', bytes: Number(file[1]) });
    else if (words.includes('shmid') || words.includes('semid')) columns = words;
    else if (columns.length === 0 || words.length !== columns.length) continue;
    else if (columns.includes('semid'))
      sysvSem.push({ key: value('key'), id: value('semid'), count: value('nsems'), owner: value('uid') });
    else
      sysvShm.push({
        key: value('key'),
        id: value('shmid'),
        bytes: value('size'),
        owner: value('uid'),
        attached: value('nattch'),
      });
  }
  // Recordings of an older collector did not read the semaphores: that is not to say that there were none.
  return text.includes('semid') ? { sysvShm, sysvSem, posixShm } : { sysvShm, posixShm };
}
