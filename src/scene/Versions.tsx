import type { Provenance } from '../recording/recording.ts';

/** What a recording was made on, as entries of a list of descriptions. */
export function Versions({ provenance }: { provenance: Provenance }) {
  return (
    <>
      <dt>host</dt>
      <dd>{provenance.distribution}</dd>
      <dt>kernel</dt>
      <dd>{provenance.kernel}</dd>
      <dt>Docker</dt>
      <dd>{provenance.docker}</dd>
      <dt>containerd</dt>
      <dd>{provenance.containerd}</dd>
      <dt>runc</dt>
      <dd>{provenance.runc}</dd>
      <dt>cgroups</dt>
      <dd>
        v{provenance.cgroupVersion}, {provenance.cgroupDriver} driver
      </dd>
    </>
  );
}
