import { type Container, type HostFacts, type Namespace, type NsKind, nsKinds, type Process } from './facts.ts';
import { parseCgroups, parseSupply } from './parse-cgroups.ts';
import { parseMachines } from './parse-machines.ts';
import { parseEchoes, parseIpc, parseLinks, parseMounts, parseUidMap } from './parse-namespaces.ts';
import { parseDevices, parseFence, parsePython, parseSlab } from './parse-slab.ts';

/** The text of one section, without its heading; throws when it is missing. */
type Sections = Map<string, string>;

/**
 * Turns what lab/collect.sh printed into facts.
 * Throws an Error of one sentence when a section is missing or the text ends too early.
 */
export function parseFacts(text: string): HostFacts {
  const sections = sectionsOf(text);
  const [hostname, kernel] = section(sections, 'host').split('\n');
  if (!hostname || !kernel) throw new Error('The collected text has no host name and kernel under "== host".');
  const processes = parseProcesses(sections);
  const strangers = sections.get('strangers')?.split('\n').filter(Boolean).map(Number);
  const [slab, fence] = [sections.get('slab'), sections.get('fence')];
  const supply = sections.get('supply');
  const machines = sections.get('machines');
  return {
    hostname,
    kernel,
    processCount: Number(section(sections, 'count')),
    processes,
    containers: parseContainers(sections),
    namespaces: parseNamespaces(sections, processes),
    cgroups: parseCgroups(section(sections, 'cgroups')),
    ...(sections.has('clock') ? { clock: Number(section(sections, 'clock')) } : {}),
    // One that ended while it was read is not there.
    ...(strangers ? { strangers: strangers.filter((pid) => processes.some((process) => process.pid === pid)) } : {}),
    ...(slab === undefined ? {} : { slab: parseSlab(slab) }),
    ...(fence === undefined ? {} : { lastCapability: parseFence(fence).last }),
    ...(supply === undefined ? {} : { supply: parseSupply(supply) }),
    ...(machines === undefined ? {} : { machines: parseMachines(machines) }),
  };
}

function sectionsOf(text: string): Sections {
  const sections: Sections = new Map();
  for (const part of `\n${text}`.split('\n== ').slice(1)) {
    const end = part.indexOf('\n');
    sections.set(end < 0 ? part.trim() : part.slice(0, end), end < 0 ? '' : part.slice(end + 1).trimEnd());
  }
  if (!sections.has('end')) throw new Error('The collected text has no "== end": the collector was cut short.');
  return sections;
}

function section(sections: Sections, name: string): string {
  const text = sections.get(name);
  if (text === undefined) throw new Error(`The collected text has no section "== ${name}".`);
  return text;
}

/** Lines that `grep -H` printed from files of /proc/PID, by pid. */
function byPid(text: string): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const line of text.split('\n')) {
    const [, pid, rest] = /^\/proc\/(\d+)\/\w+:(.*)$/.exec(line) ?? [];
    if (pid === undefined || rest === undefined) continue;
    lines.set(Number(pid), [...(lines.get(Number(pid)) ?? []), rest]);
  }
  return lines;
}

function parseProcesses(sections: Sections): Process[] {
  const users = new Map(
    section(sections, 'passwd')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid]) => [Number(uid), name ?? '']),
  );
  const stat = byPid(section(sections, 'stat'));
  const cgroup = byPid(section(sections, 'cgroup'));
  const ns = parseLinksOfNs(section(sections, 'ns'));
  const args = new Map(
    section(sections, 'args')
      .split('\n')
      .map((line) => [Number.parseInt(line, 10), line.slice(line.indexOf(' ') + 1).trimEnd()]),
  );
  const fences = parseFence(sections.get('fence') ?? '').byPid;
  const processes: Process[] = [];
  for (const [pid, lines] of byPid(section(sections, 'status'))) {
    const field = (name: string) =>
      lines
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim();
    const zombie = field('State')?.startsWith('Z') === true;
    // A recording is compared with the next one, and who happens to run differs.
    const running = sections.has('all') && field('State')?.startsWith('R') === true;
    const inside = ns.get(pid);
    const [started, path] = [startOf(stat.get(pid)?.[0]), cgroup.get(pid)?.[0]?.slice('0::'.length)];
    // A process that ended while it was read is not there.
    if (!inside || (!zombie && Object.values(inside).includes(0)) || started === undefined || path === undefined)
      continue;
    const seen = byPid(sections.get(`cgroup cgroup:[${inside.cgroup}]`) ?? '').get(pid)?.[0];
    const fence = fences.get(pid);
    const uid = Number(field('Uid')?.split(/\s+/)[1]);
    processes.push({
      pid,
      nspid: (field('NSpid') ?? '').split(/\s+/).map(Number),
      ppid: Number(field('PPid')),
      uid,
      user: users.get(uid) ?? String(uid),
      comm: field('Name') ?? '',
      args: args.get(pid) ?? '',
      started,
      ns: inside,
      cgroup: path,
      ...(seen === undefined ? {} : { cgroupSeen: seen.slice('0::'.length) }),
      ...(zombie ? { zombie } : {}),
      ...(running ? { running } : {}),
      ...(fence ? { fence } : {}),
    });
  }
  return processes.sort((a, b) => a.pid - b.pid);
}

/** Field 22 of /proc/PID/stat; the name before it may hold spaces, so fields count from its closing bracket. proc_pid_stat(5) */
function startOf(stat: string | undefined): number | undefined {
  const value = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return value === undefined ? undefined : Number(value);
}

/** `ls -l /proc/PID/ns`: a heading per folder, then `pid -> pid:[4026531836]`; 0 where the link leads nowhere. */
function parseLinksOfNs(text: string): Map<number, Record<NsKind, number>> {
  const found = new Map<number, Record<NsKind, number>>();
  let now: Record<NsKind, number> | undefined;
  for (const line of text.split('\n')) {
    const folder = /^\/proc\/(\d+)\/ns:$/.exec(line);
    if (folder) {
      now = { pid: 0, net: 0, mnt: 0, uts: 0, ipc: 0, user: 0, cgroup: 0, time: 0 };
      found.set(Number(folder[1]), now);
    }
    const link = / (\w+) -> (\w+):\[(\d+)\]$/.exec(line);
    const kind = nsKinds.find((each) => each === link?.[1]);
    if (link && kind && now) now[kind] = Number(link[3]);
  }
  return found;
}

function parseContainers(sections: Sections): Container[] {
  const devices = parseDevices(sections.get('fence') ?? '');
  const pythons = parsePython(sections.get('slab') ?? '');
  return section(sections, 'containers')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', pid, status = '', exitCode, image = '', name = ''] = line.split(' ');
      const [asked, python] = [devices.get(id), pythons.get(id)];
      return {
        id,
        name: name.replace(/^\//, ''),
        image,
        pid: Number(pid),
        status,
        exitCode: Number(exitCode),
        ...(asked ? { devices: asked } : {}),
        ...(python ? { python } : {}),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function parseNamespaces(sections: Sections, processes: Process[]): Namespace[] {
  const namespaces: Namespace[] = [];
  for (const kind of nsKinds) {
    for (const inode of new Set(processes.map((process) => process.ns[kind]).filter(Boolean))) {
      const text = sections.get(`${kind} ${kind}:[${inode}]`);
      namespaces.push({ kind, inode, ...(text === undefined ? {} : contentOf(kind, text)) });
    }
  }
  return namespaces;
}

function contentOf(kind: NsKind, text: string): Partial<Namespace> {
  switch (kind) {
    case 'uts': {
      const [hostname = '', domain = ''] = text.split('\n');
      return { hostname, domain };
    }
    case 'net':
      return { links: parseLinks(text), ...parseEchoes(text) };
    case 'mnt':
      return { mounts: parseMounts(text) };
    case 'user':
      return { uidMap: parseUidMap(text) };
    case 'ipc':
      return parseIpc(text);
    default:
      return {};
  }
}
