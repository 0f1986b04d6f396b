import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';

interface Settings {
  vcs?: unknown;
  overrides: { includes: string[] }[];
}

const settings: Settings = JSON.parse(readFileSync('biome.json', 'utf8'));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What Biome says with this repository's settings of files that stand somewhere else by the same names. */
function complaints(files: Record<string, string>): { category: string; path: string; message: string }[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'rooms-'));
  folders.push(folder);
  // Nothing there is under version control.
  writeFileSync(`${folder}/biome.json`, JSON.stringify({ ...settings, vcs: undefined }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(`${folder}/${file}`), { recursive: true });
    writeFileSync(`${folder}/${file}`, text);
  }
  const only = ['--only=style/noRestrictedImports', '--only=suspicious/noImportCycles'];
  const args = ['lint', '--reporter=json', '--config-path=.', ...only, '.'];
  try {
    execFileSync(path.resolve('node_modules/.bin/biome'), args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: Buffer };
    const { diagnostics } = JSON.parse(String(stdout)) as {
      diagnostics: { category: string; location: { path: string | { file: string } }; message: string }[];
    };
    return diagnostics.map(({ category, location, message }) => ({
      category,
      path: typeof location.path === 'string' ? location.path : location.path.file,
      message,
    }));
  }
}

test('a type that a room takes from one above it is refused, and the sentence says what it may take from', () => {
  const found = complaints({
    'src/host/up.ts': "import type { SceneScript } from '../recording/script.ts';\nexport type Up = SceneScript;\n",
    'src/recording/down.ts': "import type { HostFacts } from '../host/facts.ts';\nexport type Down = HostFacts;\n",
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ category: 'lint/style/noRestrictedImports' });
  expect(found[0]?.path).toContain('src/host/up.ts');
  expect(found[0]?.message).toContain('host takes from no other room');
});

test('what runs in a browser may take nothing of what renders at build', () => {
  const found = complaints({
    'src/browser/deep/up.ts': "export const site = import('../../site/server.tsx');\n",
    'src/site/down.ts': "export { themeKey } from '../browser/theme.ts';\n",
  });
  expect(found.map(({ path }) => path)).toEqual([expect.stringContaining('src/browser/deep/up.ts')]);
});

test('files that import each other are refused, even if only for types', () => {
  const found = complaints({
    'src/host/one.ts': "import type { Two } from './two.ts';\nexport type One = Two | 1;\n",
    'src/host/two.ts': "import type { One } from './one.ts';\nexport type Two = One | 2;\n",
  });
  expect(found.map(({ category }) => category)).toEqual([
    'lint/suspicious/noImportCycles',
    'lint/suspicious/noImportCycles',
  ]);
});

test('every room in src has a rule that says what it takes from', () => {
  const ruled = settings.overrides.flatMap(({ includes }) => includes[0]);
  expect(readdirSync('src').filter((room) => !ruled.includes(`src/${room}/**`))).toEqual([]);
});
