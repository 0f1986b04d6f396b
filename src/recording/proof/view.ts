import type { Container, HostFacts, Machine, Process } from '../../host/facts.ts';
import { containerNamed, firstProcess, strangerIn } from '../../host/views.ts';

/** From where a pane looks: the host's shell, one of the host's in a network namespace made by hand, a container's, a shell that left the host by itself, or a virtual machine's console. */
export type View =
  | { netns: string }
  | { host: true }
  | { container: string }
  | { stranger: true }
  | { machine: string };

/** The view of a pane, told by the command that opens it; undefined when it is none that is known here. */
export function viewOf(via: string | undefined): View | undefined {
  // Another user of the host is in the same namespaces.
  if (via === undefined || /^su - \w+$/.test(via)) return { host: true };
  const netns = /^ip netns exec (\S+) bash$/.exec(via)?.[1];
  if (netns !== undefined) return { netns };
  const machine = /\bnc -U \/run\/(\S+)\/console\b/.exec(via)?.[1];
  if (machine !== undefined) return { machine };
  const name =
    /^docker exec (?:-\S+ )*(\S+) (?:ba)?sh$/.exec(via)?.[1] ??
    /^docker run .*--name[ =](\S+) .*\b(?:ba)?sh$/.exec(via)?.[1];
  return name === undefined ? undefined : { container: name };
}

/** The view of a pane at a step that began with these facts: in the host's pane, a shell may have left the host meanwhile. */
export function viewAt(via: string | undefined, before: HostFacts | undefined): View | undefined {
  const view = viewOf(via);
  return view && 'host' in view && before && strangerIn(before) ? { stranger: true } : view;
}

/** A process in whose namespaces the view's shell is: the host's process 1, the container's first, or the shell itself. */
export function standsBeside(view: View, facts: HostFacts): Process | undefined {
  if ('host' in view) return facts.processes.find((process) => process.pid === 1);
  if ('stranger' in view) return strangerIn(facts);
  // No process of the host is beside a shell that another kernel runs.
  if ('machine' in view || 'netns' in view) return undefined;
  const container = viewedContainer(view, facts);
  return container && firstProcess(container, facts);
}

/** The container that the view is inside of. */
function viewedContainer(view: View, facts: HostFacts): Container | undefined {
  return 'container' in view ? containerNamed(view.container, facts) : undefined;
}

/** The numbers of a process from the view's PID namespace inwards; none when it can't be seen from there. */
export function numbersSeen(process: Process, view: View, facts: HostFacts): number[] {
  const beside = standsBeside(view, facts);
  if (!beside) return [];
  const level = beside.nspid.length - 1;
  // A process is seen in its own namespace and in those around it.
  if (process.nspid.length - 1 < level) return [];
  if (process.nspid.length === beside.nspid.length && process.ns.pid !== beside.ns.pid) return [];
  if (level > 0 && process.ns.pid !== beside.ns.pid && process.cgroup !== beside.cgroup) return [];
  return process.nspid.slice(level);
}

/** The kernel that answers in a view, as far as a scene asked for kernels: a machine's, a sandbox's, or the host's. */
export function machineSeen(view: View, facts: HostFacts): Machine | undefined {
  const named = (name: string) => facts.machines?.find((machine) => machine.name === name);
  if ('machine' in view) return named(view.machine);
  return ('container' in view ? named(view.container) : undefined) ?? named('host');
}

/** Whether the view sees the host's own PID namespace, in which not every process is listed in the facts. */
export function seesWholeHost(view: View, facts: HostFacts): boolean {
  return standsBeside(view, facts)?.nspid.length === 1;
}
