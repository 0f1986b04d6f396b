import type { Provenance } from './recording.ts';

const shared = [
  ...(['lab', 'kernel', 'distribution', 'docker', 'containerd', 'runc'] as const),
  ...(['cgroupVersion', 'cgroupDriver', 'storageDriver', 'securityOptions'] as const),
];

/** One sentence for each recording that does not come from the same lab as the first: a page must speak of one host. */
export function sameLab(recordings: Provenance[]): string[] {
  const [first, ...others] = recordings;
  if (!first) return [];
  const mistakes: string[] = [];
  for (const other of others) {
    const field = shared.find((name) => String(other[name]) !== String(first[name]));
    if (field)
      mistakes.push(
        `${other.scene}/${other.take}: expected ${field} ${first[field]} as in ${first.scene}/${first.take}, found ${other[field]}; record it again.`,
      );
  }
  return mistakes;
}
