import type { Container, HostFacts } from '../../host/facts.ts';
import { type Claim, type Command, compare, type Verdict } from './claim.ts';

/** These print the ids of images, networks and volumes, which the facts do not hold. */
const otherIds = /^(network|volume|image|images|pull|build|load|import|history)$/;

/** Compares container ids, whole or their first twelve digits, wherever they were printed. */
export function proveIds(claim: Claim, verdict: Verdict): void {
  const docker = claim.commands.filter(({ words }) => words[0] === 'docker');
  if (docker.some(({ words }) => otherIds.test(words[1] ?? ''))) return;
  const ids = [...new Set(claim.moments.flatMap(({ containers }) => containers.map(({ id }) => id)))];
  const layers = new Set(claim.moments.flatMap(layersIn));
  for (const line of claim.output) {
    for (const [found] of line.matchAll(/\b[0-9a-f]{64}\b/g))
      compare(verdict, ids.includes(found) || layers.has(found), 'a container id', ids.join(' or ') || 'none', found);
    const short = docker.some(({ words }) => words[1] === 'ps') ? /^[0-9a-f]{12}\b/.exec(line)?.[0] : undefined;
    if (short)
      compare(
        verdict,
        ids.some((id) => id.startsWith(short)),
        'a container id',
        ids.join(' or '),
        short,
      );
  }
  const run = docker.find(({ words }) => words[1] === 'run' && words.includes('-d'));
  if (run && claim.commands.length === 1) proveRun(claim, run, verdict);
}

/** The names of the overlay's layers, as the mounts that the host reports have them. */
function layersIn({ namespaces }: HostFacts): string[] {
  const mounts = namespaces.flatMap((namespace) => namespace.mounts ?? []);
  return mounts.flatMap(({ options }) => options.match(/\b[0-9a-f]{64}\b/g) ?? []);
}

/** `docker run -d --name web` prints one line: the id of the container that then has that name. */
function proveRun(claim: Claim, { words }: Command, verdict: Verdict): void {
  const after = claim.moments.at(-1);
  const at = words.indexOf('--name');
  const container = after?.containers.find(({ name }) => at > 0 && name === words[at + 1]);
  if (!container) return;
  const found = claim.output.filter((line) => line !== '').join(' | ');
  compare(verdict, found === container.id, `the id of ${container.name}`, container.id, found);
}

/** Compares `docker inspect -f` and `docker ps --format` by filling the format in from the facts. */
export function proveFormats(claim: Claim, verdict: Verdict): void {
  if (claim.commands.length !== 1) return;
  const [docker, verb, ...words] = claim.commands[0]?.words ?? [];
  if (docker !== 'docker') return;
  const at = words.findIndex((word) => /^(-f|--format)(=|$)/.test(word));
  if (at < 0) return;
  const inline = words[at]?.includes('=');
  const format = inline ? (words[at] ?? '').replace(/^[^=]*=/, '') : (words[at + 1] ?? '');
  const lines = claim.output.filter((line) => line !== '');
  if (verb === 'inspect') {
    const names = words.filter((word, index) => index > (inline ? at : at + 1) && !word.startsWith('-'));
    for (const [index, name] of names.entries()) {
      const patterns = claim.moments.flatMap((facts) => {
        const container = facts.containers.find((each) => each.name === name || each.id.startsWith(name));
        return container ? [filled(format, container, claim)] : [];
      });
      matches(verdict, patterns, `docker inspect of ${name}`, lines[index] ?? '');
    }
  } else if (verb === 'ps') {
    for (const line of lines) {
      const patterns = claim.moments.flatMap((facts) =>
        facts.containers.map((container) => filled(format.replace(/^table /, ''), container, claim)),
      );
      matches(verdict, patterns, 'docker ps', line);
    }
  }
}

function matches(verdict: Verdict, patterns: string[], what: string, found: string): void {
  if (patterns.length === 0) return;
  const right = patterns.some((pattern) => new RegExp(`^${pattern}$`).test(found));
  compare(
    verdict,
    right,
    what,
    [...new Set(patterns)].map((pattern) => pattern.replaceAll('\\', '')).join(' or '),
    found,
  );
}

function filled(format: string, container: Container, { firstHostnames }: Claim): string {
  const values: Record<string, string> = {
    '.Id': container.id,
    '.ID': container.id.slice(0, 12),
    '.Name': `/${container.name}`,
    '.Names': container.name,
    '.Image': container.image,
    '.Config.Image': container.image,
    '.State.Pid': String(container.pid),
    '.State.Status': container.status,
    '.State.ExitCode': String(container.exitCode),
    '.State.Running': String(container.status === 'running'),
  };
  // Docker keeps the name that it set; what happens to the namespace later does not change its record.
  const hostname = firstHostnames.get(container.id);
  if (hostname !== undefined) values['.Config.Hostname'] = hostname;
  const status = container.status === 'exited' ? `Exited \\(${container.exitCode}\\) .+ ago` : 'Up .+';
  return format
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => {
      const field = /^\{\{\s*(\.\S+?)\s*\}\}$/.exec(part)?.[1];
      if (field === '.Status') return status;
      if (part.startsWith('{{')) return field && values[field] !== undefined ? literal(values[field]) : '.*';
      return literal(part.replaceAll('\\t', '\t'));
    })
    .join('');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
