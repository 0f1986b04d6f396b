import { type HostFacts, nsKinds } from '../host/facts.ts';
import { firstProcess, initProcess, namespaceOf } from '../host/views.ts';

/** Text in which what differs from machine to machine has become the shell variable that holds it. */
export type Told = (string | { variable: string })[];

/** What a recording says, and the shell variable that holds the reader's own: longest first, so that an id comes before its beginning. */
function valuesIn(facts: HostFacts): { text: RegExp; variable: string }[] {
  const whole = (text: string) => new RegExp(`(?<![\\w.-])${escaped(text)}(?![\\w-]|\\.\\d)`, 'g');
  // A container that is only just being made has no id, and an empty text is everywhere.
  const made = facts.containers.filter(({ id }) => id !== '');
  const found = made.flatMap((container) => {
    const name = variableOf(container.name);
    const first = firstProcess(container, facts);
    const links = namespaceOf(container, 'net', facts)?.links ?? [];
    const address = first?.ns.net !== initProcess(facts)?.ns.net && links.find((link) => link.name === 'eth0');
    return [
      { text: new RegExp(container.id, 'g'), variable: `${name}_id` },
      { text: new RegExp(container.id.slice(0, 12), 'g'), variable: `${name}_id12` },
      ...(first ? [{ text: whole(String(container.pid)), variable: `${name}_pid` }] : []),
      ...(address ? [{ text: whole(address.addresses[0]?.split('/')[0] ?? '-'), variable: `${name}_address` }] : []),
      ...nsKinds
        .filter((kind) => first && first.ns[kind] !== initProcess(facts)?.ns[kind])
        .map((kind) => ({ text: new RegExp(`${kind}:\\[${first?.ns[kind]}\\]`, 'g'), variable: `${name}_ns_${kind}` })),
      { text: whole(container.name), variable: name },
    ];
  });
  const host = nsKinds.map((kind) => ({
    text: new RegExp(`${kind}:\\[${initProcess(facts)?.ns[kind]}\\]`, 'g'),
    variable: `host_ns_${kind}`,
  }));
  return [
    ...found,
    ...host,
    { text: whole(facts.kernel), variable: 'host_kernel' },
    { text: whole(facts.hostname), variable: 'host_name' },
  ];
}

/** The text with its values as variables. */
export function told(text: string, facts: HostFacts): Told {
  let parts: Told = [text];
  for (const value of valuesIn(facts))
    parts = parts.flatMap((part) => (typeof part === 'string' ? cut(part, value) : [part]));
  return parts.filter((part) => part !== '');
}

function cut(text: string, { text: pattern, variable }: { text: RegExp; variable: string }): Told {
  return text.split(pattern).flatMap((part, index) => (index ? [{ variable }, part] : [part]));
}

/** A container's name as a shell variable: `my-web` → `my_web`. */
export function variableOf(name: string): string {
  return name.replaceAll('-', '_');
}

/** What stays of an output when it is compared: no leading, trailing or doubled spaces, no empty lines, no keys that are made up. */
export function tidied(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/[ \t\r]+/g, ' ')
        .trim()
        .replace(/0x[0-9a-f]{8}/g, 'KEY'),
    )
    .filter((line) => line !== '')
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
