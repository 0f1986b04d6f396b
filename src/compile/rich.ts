import { type EntityRef, quote } from '../host/entity.ts';
import type { HostFacts } from '../host/facts.ts';
import type { Rich } from '../scene/data.ts';
import { fail, type Place } from './author-error.ts';

// A letter first: `{{.Names}}` in a docker command is the command's own.
const template = /\{([a-z][\w-]*(?:\.[\w-]+)+)\}/gi;

/** The text with each `{entity.value}` replaced by what the host reported. */
export function quoted(text: string, facts: HostFacts, entities: Record<string, EntityRef>, place: Place): string {
  return text.replace(template, (_, path: string) => {
    try {
      return quote(path, facts, entities);
    } catch (error) {
      return fail(
        place,
        `a value for {${path}}`,
        `this: ${error instanceof Error ? error.message.replace(/\.$/, '') : error}`,
      );
    }
  });
}

/** Prose with backticks as text and code. */
export function rich(text: string, place: Place): Rich {
  const parts = text.split('`');
  if (parts.length % 2 === 0) fail(place, 'backticks in pairs', `one without its partner in "${text}"`);
  return parts.map((part, i) => (i % 2 ? { code: part } : part)).filter((part) => part !== '');
}

/** Rich prose as one line of plain text. */
export function plain(text: Rich): string {
  return text.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
