import type { HostFacts } from '../../src/host/facts.ts';
import type { Lens } from '../../src/recording/script.ts';

/** The facts that the diagrams of a lens read; the rest of what a host reports of itself stays out of the page. */
export function trim(facts: HostFacts, lens: Lens): HostFacts {
  const names = lens === 'uts';
  return {
    hostname: facts.hostname,
    kernel: facts.kernel,
    processCount: facts.processCount,
    processes: facts.processes,
    containers: facts.containers,
    namespaces: facts.namespaces
      .filter(({ kind }) => kind === 'pid' || kind === 'uts')
      .map(({ kind, inode, hostname, domain }) => ({
        kind,
        inode,
        ...(kind === 'uts' && hostname !== undefined ? { hostname } : {}),
        ...(names && domain !== undefined ? { domain } : {}),
      })),
    cgroups: [],
  };
}
