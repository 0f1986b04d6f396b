import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { ensureInstalled, exitCodeOf } from './tools.mjs';

await ensureInstalled();
const { findChromium } = await import('./chromium.mjs');
const { overweight, tableOf, weigh } = await import('./budgets.mjs');

// What takes longer is a run of its own: the journeys that are tagged so, Firefox, and the workbench's lessons.
const long = process.argv.includes('--long');
// These, by themselves.
const lessons = process.argv.includes('--lessons');

const results = `.cache/results/${long ? 'long' : lessons ? 'lessons' : 'short'}`;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };
/** The name of each thing that failed, in the order in which they ran. */
const failures = [];

/** Runs one check, and counts it as one or as what its report says; a check that fails with no failure in its report fails too. */
async function check(name, command, args, { env, count } = {}) {
  console.log(`\n${name}`);
  const code = await exitCodeOf(command, args, env);
  const { passed, failed } = (count && counted(count)) ?? { passed: code === 0 ? 1 : 0, failed: [] };
  add(name, passed, code !== 0 && failed.length === 0 ? [`ended with ${code}`] : failed);
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

/** Adds what a check counted: how many passed, and the name of each that failed. */
function add(name, passed, failed) {
  total.passed += passed;
  total.failed += failed.length;
  failures.push(...failed.map((one) => `${name}: ${one}`));
  console.log(`${name}: ${failed.length ? `${failed.length} failed` : 'in order'}`);
}

/** Runs journeys in a real browser, and counts them. */
async function journeys(name, args) {
  const report = `${results}/${name.toLowerCase()}.json`;
  await check(name, 'playwright', ['test', ...args], {
    env: { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    count() {
      const { stats, suites } = read(report);
      return { passed: stats.expected, failed: suites.flatMap(brokenIn) };
    },
  });
}

/** The journeys of a part of Playwright's report that failed, with the first line of what each said. */
const brokenIn = ({ suites = [], specs = [] }) => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => `${file}: ${title}: ${firstLine(tests[0]?.results[0]?.error?.message)}`),
  ...suites.flatMap(brokenIn),
];

/** The same of Vitest's report. */
const brokenOf = ({ name, assertionResults }) =>
  assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ title, failureMessages }) => `${name}: ${title}: ${firstLine(failureMessages[0])}`);

const firstLine = (text = '') => stripVTControlCharacters(text).split('\n')[0];

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

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
        const { numPassedTests, testResults } = read(`${results}/units.json`);
        return { passed: numPassedTests, failed: testResults.flatMap(brokenOf) };
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
    add('Bytes', pages.length - new Set(problems.map((problem) => problem.split(':')[0])).size, problems);
  }
  if (!lessons) await journeys('Journeys', [long ? '--grep' : '--grep-invert', '@long']);
  if (long) await check('Firefox', 'vitest', ['run', '--config', 'vitest.firefox.config.ts']);
  if (long || lessons) await journeys('Lessons', ['-c', 'playwright.workbench.config.ts']);
} else add('Bytes and journeys', 0, ['they need the build']);

const told = [...failures, `${total.passed} passed, ${total.failed} failed`].join('\n');
console.log(`\n${told}`);
writeFileSync(`${results}/told.txt`, `${told}\n`);
process.exitCode = total.failed ? 1 : 0;
