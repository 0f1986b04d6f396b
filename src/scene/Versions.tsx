import type { Provenance } from '../recording/recording.ts';
import * as words from '../words/index.ts';

/** What a recording was made on, as entries of a list of descriptions. */
export function Versions({ provenance }: { provenance: Provenance }) {
  return (
    <>
      <dt>{words.versions.host}</dt>
      <dd>{provenance.distribution}</dd>
      <dt>{words.versions.kernel}</dt>
      <dd>{provenance.kernel}</dd>
      <dt>{words.versions.docker}</dt>
      <dd>{provenance.docker}</dd>
      <dt>{words.versions.containerd}</dt>
      <dd>{provenance.containerd}</dd>
      <dt>{words.versions.runc}</dt>
      <dd>{provenance.runc}</dd>
      <dt>{words.versions.cgroups}</dt>
      <dd>{words.versions.cgroupsAre(provenance.cgroupVersion, provenance.cgroupDriver)}</dd>
    </>
  );
}
