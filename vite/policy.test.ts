import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Policy } from '../src/site/policy.ts';
import { policyOf as elementOf } from './policy.ts';

const page = (body: string) => `<style>p{}</style></head>${body}`;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function policyOf(html: string, needs: { further?: Policy; terminals?: boolean } = {}): Record<string, string> {
  const element = elementOf({ further: {}, terminals: false, ...needs }, html);
  const [, text = ''] = /^<meta http-equiv="Content-Security-Policy" content="([^"]*)">$/.exec(element) ?? [];
  return Object.fromEntries(
    text.split('; ').map((directive) => [directive.split(' ', 1)[0], directive.slice(directive.indexOf(' ') + 1)]),
  );
}

test('the scripts that are in a page may run, and no others written into it', () => {
  const html = page('<script>one()</script><template><script type="speculationrules">{}</script></template>');
  expect(policyOf(html)['script-src']).toBe(`'self' ${hash('one()')} ${hash('{}')}`);
});

test('a page without scenes allows its own styles alone, and style attributes only where it has some', () => {
  expect(policyOf(page('<p></p>'))['style-src']).toBe(hash('p{}'));
  expect(policyOf(page('<p></p>'))['style-src-attr']).toBeUndefined();
  expect(policyOf(page('<p style="--r:1"></p>'))['style-src-attr']).toBe("'unsafe-inline'");
});

test('styles in an SVG are allowed as the browser reads them', () => {
  const svg = '<svg><style>@media (width&lt;=9px){p{&amp;.a{}}}</style></svg>';
  expect(policyOf(page(svg))['style-src']).toBe(`${hash('p{}')} ${hash('@media (width<=9px){p{&.a{}}}')}`);
});

test('a page with terminals allows the styles that terminals write', () => {
  expect(policyOf(page('<p></p>'), { terminals: true })['style-src']).toBe("'unsafe-inline'");
});

test('a page may need more than the others, and nothing else changes', () => {
  const further = { 'script-src': ["'wasm-unsafe-eval'"], 'worker-src': ["'self'"], 'trusted-types': ['worker'] };
  const policy = policyOf(page('<script>a</script>'), { further });
  expect(policy).toEqual({
    ...policyOf(page('<script>a</script>')),
    'script-src': `'self' ${hash('a')} 'wasm-unsafe-eval'`,
    'worker-src': "'self'",
    'trusted-types': 'worker',
  });
});

test('no page may turn text into code or reach another host', () => {
  const policy = policyOf(page('<script>a</script>'), { terminals: true });
  expect(policy['script-src']).not.toMatch(/unsafe/);
  expect(policy['require-trusted-types-for']).toBe("'script'");
  expect(JSON.stringify(policy)).not.toMatch(/https?:|\*/);
});
