import type { Read, Sampled } from '../diagram/building/geometry.ts';
import type { HostFacts } from '../host/facts.ts';
import type { Provenance } from '../recording/recording.ts';
import type { SceneScript, StepScript } from '../recording/script.ts';
import type { Place } from './author-error.ts';
import type { Artist } from './draw.ts';

/** One step of one take with all that its sentences may quote. */
export interface Moment {
  place: Place;
  take: string;
  /** The facts after each step of the take. */
  afters: HostFacts[];
  script: SceneScript;
  step: StepScript;
  before: HostFacts;
  after: HostFacts;
  draw: Artist;
  /** What was sampled in this step, or in the last one before it that was. */
  sampled: Sampled | undefined;
  /** What the steps before this one read. */
  earlier: Read[];
  /** The containers that a later step starts, and those that stood before this one. */
  comes: string[];
  went: string[];
  provenance: Provenance;
  /** The numbers for which the script had to vouch, in all takes. */
  vouched: Set<string>;
}
