import { spawn } from 'node:child_process';
import { LabError, paths } from './cache.ts';
import { askedBy, type Part, summaryOf } from './progress.ts';

/** Runs one of the lab's commands to its end, what it prints passed on; whether it ended well. */
function runs(file: string, words: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['tsx', `${paths.lab}/${file}`, ...words], { cwd: paths.root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

async function all(): Promise<boolean> {
  const { from } = askedBy(process.argv.slice(2));
  const steps: [name: string, file: string, words: string[]][] = [
    ['build', 'build.ts', []],
    ['record --check', 'record.ts', ['--check', ...(from === undefined ? [] : ['--from', from])]],
    ['verify', 'verify.ts', []],
  ];
  const parts: Part[] = [];
  for (const [name, file, words] of steps) {
    // Without a lab nothing can be recorded; what differs in a recording keeps no script from being tried.
    if (parts[0]?.ok === false) {
      parts.push({ name, ms: 0 });
      continue;
    }
    console.log(`\n== ${name}${from !== undefined && words.length > 0 ? ` from ${from}` : ''}`);
    const began = Date.now();
    const ok = await runs(file, words);
    parts.push({ name, ms: Date.now() - began, ok });
  }
  console.log(`\n${summaryOf(parts)}`);
  return parts.every(({ ok }) => ok);
}

all()
  .then((ok) => process.exit(ok ? 0 : 1))
  .catch((error) => {
    console.error(error instanceof LabError ? error.message : error);
    process.exit(1);
  });
