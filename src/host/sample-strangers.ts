import { type HostFacts, type NsKind, nsKinds, type Process } from './facts.ts';
import { containerNamed, firstProcess, initProcess } from './views.ts';

/** The same made-up host, for tests, with a shell that left the host's namespaces of these types, or entered all of a container's. */
export function withShell(facts: HostFacts, left: { own: NsKind[] } | { entered: string }, pid = 3001): HostFacts {
  const init = initProcess(facts);
  if (!init) throw new Error('The made-up host has no process 1.');
  const container = 'entered' in left ? containerNamed(left.entered, facts) : undefined;
  const first = container && firstProcess(container, facts);
  const made = (kind: NsKind) => 4026533000 + nsKinds.indexOf(kind);
  const ns = first?.ns ?? {
    ...init.ns,
    ...Object.fromEntries('own' in left ? left.own.map((kind) => [kind, made(kind)]) : []),
  };
  const inner = ns.pid === init.ns.pid ? [] : [first ? 40 : 1];
  const shell: Process = {
    ...init,
    pid,
    nspid: [pid, ...inner],
    ppid: 3000,
    comm: 'bash',
    args: 'bash',
    started: 9000,
    ns,
    cgroup: '/user.slice/user-0.slice/session-3.scope',
  };
  const known = (kind: NsKind) => facts.namespaces.some((each) => each.kind === kind && each.inode === ns[kind]);
  return {
    ...facts,
    processes: [...facts.processes, shell],
    namespaces: [
      ...facts.namespaces,
      ...nsKinds.filter((kind) => !known(kind)).map((kind) => ({ kind, inode: ns[kind] })),
    ],
    strangers: [...(facts.strangers ?? []), pid],
  };
}
