import type { Provenance } from '../recording/recording.ts';
import type { Act, Plan } from './plan.ts';
import { reasons as allReasons, type Reason } from './reasons.ts';
import { type Told, variableOf } from './values.ts';

/** What the script is made of besides the scenes. */
export interface Parts {
  /** src/verify/verify.sh */
  template: string;
  /** lab/images/Dockerfile.13 */
  dockerfile: string;
  /** Of the recordings, which are all of one lab. */
  provenance: Provenance;
  /** Why later releases answer otherwise. */
  moved: Reason[];
}

/** The whole script. */
export function verifyScript(plans: Plan[], { template, dockerfile, provenance, moved }: Parts): string {
  const { kernel, docker, cgroupVersion, distribution, securityOptions, recorded } = provenance;
  const filled: Record<string, string> = {
    made: `recorded ${recorded.slice(0, 10)}.`,
    ours: `Docker ${docker}, Linux ${kernel}, cgroup v${cgroupVersion}, ${distribution} [${securityOptions.join(' ')}]`,
    // The configuration files that it copies are for shells that someone types into.
    dockerfile: dockerfile
      .split('\n')
      .filter((line) => line !== '' && !/^(#|COPY)/.test(line))
      .map((line) => `    ${line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}`)
      .join('\n'),
    reasons: [...moved, ...allReasons].map(reasonText).join('\n'),
    scenes: plans.map(planText).join('\n'),
  };
  return template.replace(/@(\w+)@/g, (_, name: string) => filled[name] ?? '');
}

function reasonText({ about, when, says }: Reason): string {
  const tests = when === 'true' ? '' : `{ ${when}; } && `;
  // The stars are open, what is between them is not.
  const patterns = about.map((pattern) => pattern.replace(/[^*]+/g, (text) => quoted(text)));
  return `  case $1 in ${patterns.join(' | ')}) ${tests}because ${quoted(says.replaceAll("'", '’'))} ;; esac`;
}

/** A scene's part; a scene of which nothing may be run is a comment. */
function planText({ scene, title, acts }: Plan): string {
  const asked = acts.some(
    (act) => act.do === 'ask' || act.do === 'once' || (act.do === 'start' && act.step !== 'prepare'),
  );
  if (asked) return ['', `scene ${scene} ${quoted(title)}`, ...acts.map(actText)].join('\n');
  return ['', `# ${scene}: ${title}`, ...acts.filter((act) => act.do === 'stop').map(actText)].join('\n');
}

function actText(act: Act): string {
  switch (act.do) {
    case 'start': {
      const { step, name, own, options, command } = act;
      return words([
        'start',
        step,
        variableOf(name),
        quoted(own.join(' ')),
        ...options.map(optionText),
        '"$IMAGE"',
        command,
      ]);
    }
    case 'once': {
      const { step, ends, options, command } = act;
      return words(['once', step, statusText(ends), ...options.map(optionText), '"$IMAGE"', command]);
    }
    case 'remove':
      return words(['remove', act.step, act.name]);
    case 'leave out':
      return `# left out: ${act.command}\n#   ${act.why}.`;
    case 'stop':
      return `# ends here: ${act.command}\n#   ${act.why}.`;
    case 'ask': {
      const { step, where, ends, command, expected } = act;
      const asks = words(['ask', step, where ?? 'host', statusText(ends), toldText(command)]);
      if ('output' in expected) return `${asks}\nwhole ${toldText(expected.output)}`;
      const pairs = expected.shows.map(({ text, line }) => `${toldText(text)} ${toldText(line ?? [])}`);
      return `${asks}\n${words(['shows', ...pairs])}`;
    }
  }
}

function words(list: string[]): string {
  return list.join(' ');
}

function statusText(ends: number | null): string {
  return ends === null ? '-' : String(ends);
}

/** Options hold no quotes and no dollars: src/verify/allowed.ts lets none through. A container that is named is one of the script's own. */
function optionText(option: string): string {
  return option.replace(/container:(\w+)$/, (_, name: string) => `"container:$${variableOf(name)}"`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Text in double quotes, its variables open. */
function toldText(text: Told): string {
  if (!text.some((part) => typeof part !== 'string')) return quoted(text.join(''));
  const parts = text.map((part) =>
    typeof part === 'string' ? part.replace(/[\\"$`]/g, '\\$&') : `\${${part.variable}}`,
  );
  return `"${parts.join('')}"`;
}
