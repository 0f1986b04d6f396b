import type { HostFacts, Machine } from '../../../host/facts.ts';
import * as wording from './words.ts';

/** The machines of a kind. */
export function machinesOf(facts: HostFacts, kind: Machine['kind']): Machine[] {
  return (facts.machines ?? []).filter((machine) => machine.kind === kind);
}

/** The sandbox whose kernel a container stands on. */
export function sandboxOf(name: string, facts: HostFacts): Machine | undefined {
  return machinesOf(facts, 'sandbox').find((machine) => machine.name === name);
}

/** The beginning of a boot id, as much as tells two apart. */
export function bootOf(machine: Machine): string | undefined {
  return machine.bootId && wording.bootId(`${machine.bootId.slice(0, 8)}…`);
}
