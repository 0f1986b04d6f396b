import type { CgroupSample, HostFacts } from '../host/facts.ts';

/** asciicast v2: https://docs.asciinema.org/manual/asciicast/v2/ */
export interface CastHeader {
  version: 2;
  width: number;
  height: number;
  /** Seconds since 1970. */
  timestamp: number;
  title: string;
  env: Record<string, string>;
  /** Ours: what each shell of the pane, in the order they began, adds to its marks. Absent in recordings made before they did. */
  nonces?: string[];
  /** Ours: where and how this was recorded. Players pass over it. */
  provenance: Provenance;
}

/** Seconds since the take began, `o` for output or `m` for a marker, and the text. A marker's text is the id of the step that begins. */
export type CastEvent = [seconds: number, kind: 'o' | 'm', data: string];

export interface Cast {
  header: CastHeader;
  events: CastEvent[];
}

export interface Provenance {
  scene: string;
  take: string;
  /** SHA-256, hex, over what the take types (not over how it is told): a recording belongs to one script. */
  script: string;
  /** ISO 8601, UTC. */
  recorded: string;
  kernel: string;
  distribution: string;
  docker: string;
  containerd: string;
  runc: string;
  cgroupVersion: string;
  cgroupDriver: string;
  storageDriver: string;
  securityOptions: string[];
  /** SHA-256, hex, of lab/lock.json. */
  lab: string;
  /** SHA-256, hex, of lab/annex.lock.json, where the host had that further drive. */
  annex?: string;
}

/** facts.json of a take: what the host reported. */
export interface TakeFacts {
  provenance: Provenance;
  /** Before the first step. */
  start: HostFacts;
  steps: StepFacts[];
}

export interface StepFacts {
  id: string;
  /** Read just before the step: differs from the last step's `after` when a pane was opened between. Absent: it does not differ. */
  before?: HostFacts;
  after: HostFacts;
  /** What the containers' cgroups counted while the step ran. */
  samples?: Sample[];
}

/** `t` in seconds since the take began, as in the casts. */
export interface Sample {
  t: number;
  cgroups: CgroupSample[];
}
