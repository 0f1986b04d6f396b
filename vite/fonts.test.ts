import { expect, test } from 'vitest';
import { fontFaces } from './fonts.ts';

const from = (text: string) => new Map([...text].map((character) => [character, 'page /x/']));

test('the fonts are cut down and named after their bytes, and a script decides when they are fetched', async () => {
  const { head, files } = await fontFaces(process.cwd(), { prose: from('abc '), code: from('ls│ ') }, '/repo/');
  expect(files).toHaveLength(4);
  for (const { name, bytes } of files) {
    expect(bytes.length).toBeLessThan(4000);
    expect(name).toMatch(/^assets\/IBMPlex\w+-\w+-[\w-]{8}\.woff2$/);
    expect(head).toContain(`url(/repo/${name})`);
  }
  expect(head).not.toContain('preload');
});

test('a stand-in is scaled until it is as wide as the face it stands in for', async () => {
  const { head } = await fontFaces(
    process.cwd(),
    { prose: from('abcdefghijklmnopqrstuvwxyzNDI ,.;'), code: from('abcdefghijklmnopqrstuvwxyzNDI ,.;') },
    '/',
  );
  // Plex Mono advances 600 of 1000 units; Courier New 1229 of 2048.
  expect(head).toMatch(/"Mono as wide".*?size-adjust:99\.9[89]%/);
  // DejaVu is much wider than Plex, Roboto nearly as wide.
  const scale = (family: string) =>
    Number(new RegExp(`"${family}".*?size-adjust:([\\d.]+)%`).exec(head)?.[1] ?? Number.NaN);
  expect(scale('DejaVu like Plex')).toBeLessThan(92);
  expect(Math.abs(scale('Roboto like Plex') - 100)).toBeLessThan(5);
});

test('a character that a font has no shape for fails in one sentence with its place and its code', async () => {
  await expect(fontFaces(process.cwd(), { prose: from('a│'), code: from('a') }, '/')).rejects.toThrow(
    'page /x/: expected characters that IBM Plex Sans has, found "│" (U+2502).',
  );
});
