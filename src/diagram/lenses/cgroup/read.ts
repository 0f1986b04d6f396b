import { meterPart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import type { PlacedRoom, Told } from '../../building/geometry.ts';
import { isRead, readOn } from '../telling.ts';

/** Whether someone in the room has read its own path. */
export function toldInside({ container }: PlacedRoom, told: Told): boolean {
  return isRead(told, ({ by, line }) => by === container.name && line.startsWith('0::'));
}

/** The limits of the room's cgroup that this step read inside. */
export function limitsRead(
  facts: HostFacts,
  { container, first }: { container: PlacedRoom['container']; first: PlacedRoom['first'] },
  told: Told,
): string[] | undefined {
  const group = facts.cgroups.find(({ path }) => path === first?.cgroup);
  if (!group || !readOn(container.name, told).some(({ part }) => part === meterPart(container.name))) return undefined;
  const value = (limit: number) => (limit < 0 ? 'max' : String(limit));
  return [`cpu.max: ${value(group.cpuMax[0])}`, `memory.max: ${value(group.memoryMax)}`];
}
