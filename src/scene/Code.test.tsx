import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Code } from './Code.tsx';

test('a short word with a hyphen stays in one piece; other code may be broken where it likes', () => {
  expect(renderToStaticMarkup(<Code>--fork</Code>)).toBe('<code class="word">--fork</code>');
  expect(renderToStaticMarkup(<Code>sleep</Code>)).toBe('<code>sleep</code>');
  expect(renderToStaticMarkup(<Code>docker run --rm</Code>)).toBe('<code>docker run --rm</code>');
  expect(renderToStaticMarkup(<Code>docker-09b04a1f325f9a00.scope</Code>)).not.toContain('class');
});

test('code that has a class of its own keeps it', () => {
  expect(renderToStaticMarkup(<Code className="language-sh">--fork</Code>)).toContain('class="language-sh"');
});
