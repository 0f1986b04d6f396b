import type { HostFacts } from '../host/facts.ts';
import { Differences } from './compare/differences.ts';
import { compareMoments } from './compare/facts.ts';
import { compareOutputs } from './compare/output.ts';
import type { RecordedTake } from './proof/recorded-take.ts';
import { viewAt } from './proof/view.ts';
import type { StepFacts, TakeFacts } from './recording.ts';

export interface Comparison {
  /** One sentence for each thing that changed and may not. */
  differences: string[];
  /** Versions that changed together with the lab's lock file: they are known of, and no fault. */
  declared: string[];
}

const versions = ['kernel', 'distribution', 'docker', 'containerd', 'runc'] as const;
const settings = ['cgroupVersion', 'cgroupDriver', 'storageDriver', 'securityOptions'] as const;

/**
 * Compares a committed take with one that was recorded now. What may differ is named where it is compared
 * (compare/facts.ts, compare/output.ts); what is renamed must be renamed alike in all casts and facts of the take.
 */
export function compareTakes(old: RecordedTake, now: RecordedTake): Comparison {
  const differences = new Differences();
  const declared: string[] = [];
  const name = `${old.scene.id}/${old.take}`;
  const [before, after] = [old.facts.provenance, now.facts.provenance];
  differences.at(name);
  differences.same('the script', before.script, after.script);
  for (const field of settings) differences.same(field, before[field], after[field]);
  for (const field of versions) {
    if (before[field] === after[field]) continue;
    if (before.lab === after.lab) differences.same(field, before[field], after[field]);
    else {
      declared.push(`${name}: ${field} was ${before[field]}, is ${after[field]}`);
      differences.renamed('version', field, before[field], after[field]);
    }
  }

  const moments = (facts: TakeFacts) => [['the start', facts.start] as const, ...facts.steps.flatMap(stepMoments)];
  differences.paired(
    'the readings',
    moments(old.facts),
    moments(now.facts),
    ([which]) => which,
    ([which, a], [, b]) => {
      differences.at(`${name}, ${which}`);
      compareMoments(a, b, differences);
    },
  );

  for (const [index, step] of old.facts.steps.entries()) {
    const other = now.facts.steps[index];
    differences.at(`${name}, step ${step.id}`);
    if (other) compareSamples(step, other, differences);
  }

  for (const [pane, { steps }] of Object.entries(old.panes)) {
    const others = now.panes[pane]?.steps ?? [];
    differences.at(`${name}, pane ${pane}`);
    differences.paired(
      'the steps',
      steps,
      others,
      ({ step }) => step,
      (a, b) => {
        differences.at(`${name}, step ${a.step}, pane ${pane}`);
        const around = {
          view: viewAt(old.scene.panes[pane]?.via, aroundStep(old.facts, a.step)[0]),
          old: aroundStep(old.facts, a.step),
          now: aroundStep(now.facts, a.step),
          loose: old.scene.loose,
        };
        compareOutputs(a, b, around, differences);
      },
    );
  }
  return { differences: differences.found, declared };
}

/** Samples taken while a step ran are as many as there was time for: only that there are some is compared, and of which cgroups. */
function compareSamples(old: StepFacts, now: StepFacts, differences: Differences): void {
  const sampled = ({ samples = [] }: StepFacts) => [
    ...new Set(samples.flatMap(({ cgroups }) => cgroups.map(({ path }) => path))),
  ];
  // They are sampled in the order of their containers' ids, which are made up anew.
  const before = sampled(old).map((path) => differences.renames.text(path));
  differences.paired('the sampled cgroups', before.sort(), sampled(now).sort(), String, (a, b) =>
    differences.same('a sampled cgroup', a, b),
  );
}

function stepMoments({ id, before, after }: StepFacts): (readonly [string, HostFacts])[] {
  return [...(before ? [[`before step ${id}`, before] as const] : []), [`after step ${id}`, after] as const];
}

function aroundStep(facts: TakeFacts, id: string): HostFacts[] {
  const index = facts.steps.findIndex((step) => step.id === id);
  const step = facts.steps[index];
  if (!step) return [];
  return [step.before ?? facts.steps[index - 1]?.after ?? facts.start, step.after];
}
