import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled, exitCodeOf } from './tools.mjs';

await ensureInstalled();
const { findChromium } = await import('./chromium.mjs');
const { overweight, tableOf, weigh } = await import('./budgets.mjs');

const results = '.cache/results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };

/** Runs one check, and counts it as one or as what its report says; a check that fails with no failure in its report fails too. */
async function check(name, command, args, { env, count } = {}) {
  console.log(`\n${name}`);
  const code = await exitCodeOf(command, args, env);
  const { passed, failed } = (count && counted(count)) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  add(name, passed, code !== 0 && failed === 0 ? 1 : failed);
  return code === 0;
}

function counted(count) {
  try {
    return count();
  } catch (error) {
    console.error(`No report was written: ${error.message}`);
    return undefined;
  }
}

function add(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  console.log(`${name}: ${failed ? `${failed} failed` : 'in order'}`);
}

/** Runs journeys in a real browser, and counts them. */
async function journeys(name, args) {
  const report = `${results}/${name.toLowerCase()}.json`;
  await check(name, 'playwright', ['test', ...args], {
    env: { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    count() {
      const { expected, unexpected, flaky } = read(report).stats;
      return { passed: expected, failed: unexpected + flaky };
    },
  });
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

// What takes longer is a run of its own: the journeys that are tagged so, Firefox, and the workbench's lessons.
const long = process.argv.includes('--long');
// These, by themselves.
const lessons = process.argv.includes('--lessons');
if (!long && !lessons) {
  await check('Style', 'biome', ['check']);
  await check('Unused', 'knip', []);
  for (const part of ['pure', 'site', 'node']) await check(`Types (${part})`, 'tsc', ['-p', `tsconfig.${part}.json`]);
  await check(
    'Units',
    'vitest',
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${results}/units.json`],
    {
      count() {
        const { numPassedTests, numFailedTests } = read(`${results}/units.json`);
        return { passed: numPassedTests, failed: numFailedTests };
      },
    },
  );
}
if (long) {
  await check('Forgeries', 'vitest', ['run', 'src/compile/forgeries.test.ts'], { env: { FORGERIES: '300' } });
  await check('Fuzz', 'vitest', ['run', 'src/compile/fuzz.test.ts', '--reporter=dot'], { env: { FUZZ_CASES: '400' } });
}
const built = await check('Build', 'vite', ['build', '--logLevel', 'warn']);
if (built) {
  if (!long && !lessons) {
    console.log('\nBytes');
    const pages = weigh('dist');
    const problems = overweight(pages);
    console.log([tableOf(pages), ...problems].join('\n'));
    add('Bytes', pages.length - new Set(problems.map((problem) => problem.split(':')[0])).size, problems.length);
  }
  if (!lessons) await journeys('Journeys', [long ? '--grep' : '--grep-invert', '@long']);
  if (long) await check('Firefox', 'vitest', ['run', '--config', 'vitest.firefox.config.ts']);
  if (long || lessons) await journeys('Lessons', ['-c', 'playwright.workbench.config.ts']);
} else add('Bytes and journeys, which need the build', 0, 1);

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
