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

const mark = /<!--policy(.*?)-->/;

/** The finished page with its policy in place of the mark: only the scripts that are in it now may run, and those of its own host. */
export function withPolicy(html: string): string {
  const further = JSON.parse(mark.exec(html)?.[1] ?? '{}') as Policy;
  const policy = [...Object.entries(always), ['script-src', scriptSources(html)] as const, ...stylePolicy(html)];
  const known = new Map(policy);
  for (const [directive, sources] of Object.entries(further))
    known.set(directive, [...(known.get(directive) ?? []).filter((source) => source !== "'none'"), ...sources]);
  const text = [...known].map(([directive, sources]) => [directive, ...sources].join(' ')).join('; ');
  return html.replace(mark, () => `<meta http-equiv="Content-Security-Policy" content="${text}">`);
}

/** The page without a policy, for a server that writes scripts of its own into it. */
export function withoutPolicy(html: string): string {
  return html.replace(mark, '');
}

function scriptSources(html: string): string[] {
  return ["'self'", ...hashesOf(textsOf(html, 'script'))];
}

/**
 * xterm.js writes its sizes and colours into style elements, which differ with the screen, and a page without a server behind it
 * has no nonce to give: pages with terminals allow style elements. Other pages allow their own alone.
 * Rows and marks stand where their style attribute says.
 */
function stylePolicy(html: string): [string, string[]][] {
  if (/ class="island"| data-bench=/.test(html)) return [['style-src', ["'unsafe-inline'"]]];
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
