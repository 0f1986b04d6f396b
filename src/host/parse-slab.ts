import type { Container, Fence, Slab } from './facts.ts';

/** The section `== slab` of lab/collect.sh: lines of FILE:TEXT, and three of its own. */
export function parseSlab(text: string): Slab {
  const of = (file: string) => valuesOf(text, file);
  const one = (file: string) => {
    const [value] = of(file);
    if (value === undefined) throw new Error(`The collected text has no ${file} under "== slab".`);
    return value;
  };
  const [blocks, bytes, inodes] = one('disk').split(' ').map(Number);
  const [short = '', middle = '', long = ''] = one('/proc/loadavg').split(' ');
  return {
    bootId: one('/proc/sys/kernel/random/boot_id'),
    clock: Number(one('clock')),
    memory: Number(/^MemTotal:\s+(\d+) kB$/.exec(one('/proc/meminfo'))?.[1]),
    load: [short, middle, long],
    keyUsers: of('/proc/key-users').flatMap((line) => {
      // uid: usage keys/instantiated keys/quota bytes/quota. proc_key-users(5)
      const [, uid, keys] = /^\s*(\d+):\s+\d+\s+(\d+)\//.exec(line) ?? [];
      return uid === undefined ? [] : [{ uid: Number(uid), keys: Number(keys) }];
    }),
    sysctls: {
      'kernel.dmesg_restrict': one('/proc/sys/kernel/dmesg_restrict'),
      'vm.swappiness': one('/proc/sys/vm/swappiness'),
    },
    disk: { size: ((blocks ?? 0) * (bytes ?? 0)) / 1024, inodes: inodes ?? 0 },
  };
}

/** /usr/bin/python3 of each running container, by the container's id. */
export function parsePython(text: string): Map<string, Container['python']> {
  return new Map(
    valuesOf(text, 'python').map((line) => {
      const [id = '', inode, size] = line.split(' ');
      return [id, { inode: Number(inode), size: Number(size) }];
    }),
  );
}

/** The highest capability, and the fence of each process by its pid. */
export function parseFence(text: string): { last: number; byPid: Map<number, Fence> } {
  const fields = new Map<number, Record<string, string>>();
  for (const line of text.split('\n')) {
    const [, pid, status, label] = /^\/proc\/(\d+)\/(?:status:(.*)|current:(.*))$/.exec(line.replace(/\0/g, '')) ?? [];
    if (pid === undefined) continue;
    const of = fields.get(Number(pid)) ?? {};
    fields.set(Number(pid), of);
    const [, name = '', value = ''] = /^(\w+):\s*(.*)$/.exec(status ?? '') ?? [];
    if (status !== undefined) of[name] = value;
    else of.label = label ?? '';
  }
  const byPid = [...fields].map(([pid, of]): [number, Fence] => [
    pid,
    {
      permitted: of.CapPrm ?? '',
      effective: of.CapEff ?? '',
      bounding: of.CapBnd ?? '',
      noNewPrivs: of.NoNewPrivs === '1',
      seccomp: Number(of.Seccomp ?? 0),
      label: of.label ?? '',
    },
  ]);
  return { last: Number(valuesOf(text, 'last')[0]), byPid: new Map(byPid) };
}

/** What Docker was asked for in devices, by the container's id. */
export function parseDevices(text: string): Map<string, Container['devices']> {
  return new Map(
    valuesOf(text, 'devices').map((line) => {
      const [, id = '', all, rules, devices] = /^(\S+) (\w+) (null|\[.*?\]) (null|\[.*\])$/.exec(line) ?? [];
      const asked = (JSON.parse(rules ?? 'null') ?? []) as string[];
      const named = (JSON.parse(devices ?? 'null') ?? []) as { PathOnHost: string }[];
      return [id, { all: all === 'true', rules: [...asked, ...named.map(({ PathOnHost }) => PathOnHost)] }];
    }),
  );
}

function valuesOf(text: string, name: string): string[] {
  const head = `${name}:`;
  return text.split('\n').flatMap((line) => (line.startsWith(head) ? [line.slice(head.length)] : []));
}
