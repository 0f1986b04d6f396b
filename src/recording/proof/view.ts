import type { Container, HostFacts, Process } from '../../host/facts.ts';
import { containerNamed, firstProcess } from '../../host/views.ts';

/** From where a pane looks: the host's shell, or a container's. */
export type View = { host: true } | { container: string };

/** The view of a pane, told by the command that opens it; undefined when it is none that is known here. */
export function viewOf(via: string | undefined): View | undefined {
  if (via === undefined) return { host: true };
  const name =
    /^docker exec (?:-\S+ )*(\S+) (?:ba)?sh$/.exec(via)?.[1] ??
    /^docker run .*--name[ =](\S+) .*\b(?:ba)?sh$/.exec(via)?.[1];
  return name === undefined ? undefined : { container: name };
}

/** A process in whose namespaces the view's shell is: the host's process 1, or the container's first. */
export function standsBeside(view: View, facts: HostFacts): Process | undefined {
  if ('host' in view) return facts.processes.find((process) => process.pid === 1);
  const container = viewedContainer(view, facts);
  return container && firstProcess(container, facts);
}

/** The container that the view is inside of. */
export function viewedContainer(view: View, facts: HostFacts): Container | undefined {
  return 'host' in view ? undefined : containerNamed(view.container, facts);
}

/** The numbers of a process from the view's PID namespace inwards; none when it can't be seen from there. */
export function numbersSeen(process: Process, view: View, facts: HostFacts): number[] {
  const beside = standsBeside(view, facts);
  if (!beside) return [];
  const level = beside.nspid.length - 1;
  // A process is seen in its own namespace and in those around it.
  if (process.nspid.length - 1 < level) return [];
  if (process.nspid.length === beside.nspid.length && process.ns.pid !== beside.ns.pid) return [];
  if (level > 0 && process.cgroup !== beside.cgroup) return [];
  return process.nspid.slice(level);
}

/** Whether the view sees the host's own PID namespace, in which not every process is listed in the facts. */
export function seesWholeHost(view: View, facts: HostFacts): boolean {
  return standsBeside(view, facts)?.nspid.length === 1;
}
