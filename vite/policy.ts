import { createHash } from 'node:crypto';
import type { Policy } from '../src/site/policy.ts';

const always: Policy = {
  'default-src': ["'none'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  // No text becomes markup or code, in our code or in a library's. https://www.w3.org/TR/trusted-types/
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
};

// This reads our own HTML, and not values that components would hand on: a browser hashes the text of each element as it finds it in the
// document, so only the document says what all of it is. What a component forgot to hand on would be refused, in browsers only.
/** The element with the policy of a page that holds this: only the scripts that are in it may run, and those of its own host. `further`: what it may do beside that. */
export function policyOf({ further, terminals }: { further: Policy; terminals: boolean }, html: string): string {
  const policy = [
    ...Object.entries(always),
    ['script-src', scriptSources(html)] as const,
    ...stylePolicy(terminals, html),
  ];
  const known = new Map(policy);
  for (const [directive, sources] of Object.entries(further))
    known.set(directive, [...(known.get(directive) ?? []).filter((source) => source !== "'none'"), ...sources]);
  const text = [...known].map(([directive, sources]) => [directive, ...sources].join(' ')).join('; ');
  return `<meta http-equiv="Content-Security-Policy" content="${text}">`;
}

function scriptSources(html: string): string[] {
  return ["'self'", ...hashesOf(textsOf(html, 'script'))];
}

/**
 * xterm.js writes its sizes and colours into style elements, which differ with the screen, and a page without a server behind it
 * has no nonce to give: pages with terminals allow style elements. Other pages allow their own alone.
 * Rows and marks stand where their style attribute says.
 */
function stylePolicy(terminals: boolean, html: string): [string, string[]][] {
  if (terminals) return [['style-src', ["'unsafe-inline'"]]];
  // What the browser hashes is the text as it has read it: src/site/Styles.tsx writes it into an SVG.
  const read = textsOf(html, 'style').map((text) => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&'));
  const own: [string, string[]] = ['style-src', hashesOf(read)];
  return / style="/.test(html) ? [own, ['style-src-attr', ["'unsafe-inline'"]]] : [own];
}

function textsOf(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, text = '']) => text);
}

function hashesOf(texts: string[]): string[] {
  return [...new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))];
}
