import { describe, expect, test } from 'vitest';
import { compareTakes } from '../src/recording/compare.ts';
import { type Committed, committedTakes, recordedFrom } from './recordings.ts';

const { takes } = await committedTakes();

/** The take with a text replaced in the named files, or in all. */
function changed(take: Committed, from: string | RegExp, to: string, only?: string): Committed {
  const files = Object.entries(take.files).map(([name, text]) => [
    name,
    only === undefined || name === only ? text.replaceAll(from, to) : text,
  ]);
  return { ...take, files: Object.fromEntries(files) };
}

const compared = (old: Committed, now: Committed) => compareTakes(recordedFrom(old), recordedFrom(now));

/** In a cast a number may stand behind the letter of an escape: `\\t1006`. */
function wholeNumber(value: number | undefined): RegExp {
  return new RegExp(`(?<![0-9])${value}(?![0-9])`, 'g');
}

function taken(folder: string): Committed {
  const take = takes.find((each) => each.folder === folder);
  if (!take) throw new Error(`${folder} is not recorded.`);
  return take;
}

describe.each(takes.map((take) => [take.folder, take] as const))('%s', (_, take) => {
  const facts = recordedFrom(take).facts;
  const web = facts.steps.map(({ after }) => after.containers[0]).find(Boolean);
  const sleep = facts.steps.flatMap(({ after }) => after.processes).find(({ comm }) => comm === 'sleep');

  test('is as itself', () => {
    expect(compared(take, take)).toEqual({ differences: [], declared: [] });
  });

  test.runIf(web && sleep)('may have another container id and other pids, when they are other everywhere', () => {
    const id = web?.id ?? '';
    const other = `${'0123456789ab'}${id.slice(12)}`;
    const renamed = changed(changed(take, id, other), id.slice(0, 12), other.slice(0, 12));
    const pid = wholeNumber(sleep?.pid);
    expect(compared(take, changed(renamed, pid, '31999'))).toEqual({ differences: [], declared: [] });
  });

  test.runIf(sleep)('is refused when a pid is another in the facts only', () => {
    const pid = wholeNumber(sleep?.pid);
    const said = /\b(ps|pgrep|top)\b/.test(JSON.stringify(take.scene.steps)) && take.files['host.cast']?.match(pid);
    if (said) expect(compared(take, changed(take, pid, '31999', 'facts.json')).differences).not.toEqual([]);
  });
});

test('a layer may have another name when it has it in the facts and in every line', () => {
  const take = taken('content/scenes/layers/default');
  const [, layer = ''] = /overlay2\/([0-9a-f]{64})\/diff/.exec(take.files['facts.json'] ?? '') ?? [];
  const [, link = ''] = /overlay2\/l\/([A-Z0-9]{26})/.exec(take.files['facts.json'] ?? '') ?? [];
  const other = (text: string) => [...text].reverse().join('');
  const renamed = changed(changed(take, layer, other(layer)), link, other(link));
  expect(renamed.files['web.cast']).not.toBe(take.files['web.cast']);
  expect(compared(take, renamed).differences).toEqual([]);
  expect(compared(take, changed(take, link, other(link), 'facts.json')).differences).not.toEqual([]);
});

test('a boot has another id, where the facts and every line say so', () => {
  const take = taken('content/scenes/same-slab/default');
  const boot = recordedFrom(take).facts.start.slab?.bootId ?? '';
  const other = boot.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  expect(compared(take, changed(take, boot, other)).differences).toEqual([]);
  expect(compared(take, changed(take, boot, other, 'web.cast')).differences).not.toEqual([]);
});

test('a speed may be told in another unit, and the bytes that were asked for may not be others', () => {
  const take = taken('content/scenes/write-limit/default');
  const slower = changed(take, / MB\/s/g, ' kB/s', 'web.cast');
  expect(slower.files['web.cast']).not.toBe(take.files['web.cast']);
  expect(compared(take, slower).differences).toEqual([]);
  expect(compared(take, changed(take, / copied/g, ' read', 'web.cast')).differences).not.toEqual([]);
});

test('a complaint may come before or after what its command prints, and be no other', () => {
  const take = taken('content/scenes/memory-line/default');
  const status = 'status 137\\r\\n';
  const [killed = ''] = /bash: line 1: .*Killed.*\\r\\n(?="\])/.exec(take.files['host.cast'] ?? '') ?? [];
  const swap = (from: Committed, one: string, other: string) =>
    changed(changed(changed(from, one, '…', 'host.cast'), other, one, 'host.cast'), '…', other, 'host.cast');
  const swapped = swap(take, status, killed);
  expect(swapped.files['host.cast']).not.toBe(take.files['host.cast']);
  expect(compared(take, swapped).differences).toEqual([]);
  expect(compared(take, changed(swapped, 'Killed', 'Aborted', 'host.cast')).differences).not.toEqual([]);
});

test('a bomb that was held may have held a place less, and its limit may not be another', () => {
  const take = taken('content/scenes/fork-bomb/default');
  const fewer = changed(take, '"18\\r\\n20', '"17\\r\\n20', 'host.cast');
  expect(fewer.files['host.cast']).not.toBe(take.files['host.cast']);
  expect(compared(take, fewer).differences).toEqual([]);
  expect(compared(take, changed(take, '"18\\r\\n20', '"18\\r\\n19', 'host.cast')).differences).not.toEqual([]);
});

test('what may differ in one scene is that scene’s to say, and is told in no other', () => {
  const take = taken('content/scenes/fork-bomb/default');
  const { loose, ...silent } = take.scene;
  expect(loose).not.toBeUndefined();
  const fewer = changed(take, '"18\\r\\n20', '"17\\r\\n20', 'host.cast');
  expect(compared({ ...take, scene: silent }, { ...fewer, scene: silent }).differences).not.toEqual([]);
});

test('a job that was killed may have had another number, and not another end', () => {
  const take = taken('content/scenes/memory-line/default');
  const job = changed(take, /(line 1: +)8 Killed/g, '$17 Killed', 'host.cast');
  expect(job.files['host.cast']).not.toBe(take.files['host.cast']);
  expect(compared(take, job).differences).toEqual([]);
  expect(compared(take, changed(take, /8 Killed/g, '8 Aborted', 'host.cast')).differences).not.toEqual([]);
});

test('a job that has ended may have had another number, and a command no other output', () => {
  const take = taken('content/scenes/fork-bomb/default');
  const job = changed(take, /\[1\] 13/g, '[1] 14', 'web.cast');
  expect(job.files['web.cast']).not.toBe(take.files['web.cast']);
  expect(compared(take, job).differences).toEqual([]);
  expect(compared(take, changed(take, /\[1\] 13/g, '[2] 13', 'web.cast')).differences).not.toEqual([]);
});

describe('content/scenes/one-process/default', () => {
  const take = taken('content/scenes/one-process/default');
  const pid = String(recordedFrom(take).facts.steps[0]?.after.processes.find(({ comm }) => comm === 'sleep')?.pid);

  test('names step, pane, and both values when ps and NSpid stop agreeing', () => {
    const { differences } = compared(take, changed(take, `NSpid:\\t${pid}`, 'NSpid:\\t31999'));
    expect(differences).toEqual([
      `one-process/default, step nspid, pane host: NSpid was ${pid} 1, which is ${pid} 1 now; found 31999 1.`,
    ]);
  });

  test('may show other loads, sizes and times', () => {
    const busier = changed(take, /(\d+\.\d|100) {2}0\.0 {3}\d+/g, '99.9  0.7   4444');
    expect(busier.files['host.cast']).not.toBe(take.files['host.cast']);
    expect(compared(take, changed(busier, /(?<![:\d])\d\d:\d\d(?![:\d])/g, '23:59')).differences).toEqual([]);
  });

  test('is refused when output, exit status or another command changes', () => {
    const said = (from: string, to: string) =>
      compared(take, changed(take, from, to, 'web.cast')).differences.join('\n');
    expect(said('sleep 600', 'sleep 601')).toContain('args of the row 1 sleep 600 was sleep 600, is sleep 601');
    expect(said('133;D;0\\u0007\\u001b]133;A\\u0007root', '133;D;1\\u0007\\u001b]133;A\\u0007root')).toContain(
      'the exit status was 0, is 1',
    );
    expect(said('USER ', 'OWNER')).toContain('a line was "USER');
  });

  test('takes another version as declared when the lab’s lock has moved, and as a difference when it has not', () => {
    const { kernel, lab } = recordedFrom(take).facts.provenance;
    const newer = changed(take, kernel, '7.9.9-amd64');
    expect(compared(take, newer).differences.join('\n')).toContain(`kernel was ${kernel}, is 7.9.9-amd64`);
    expect(compared(take, changed(newer, lab, '0'.repeat(64)))).toEqual({
      differences: [],
      declared: [`one-process/default: kernel was ${kernel}, is 7.9.9-amd64`],
    });
  });
});

describe('content/scenes/eight/few', () => {
  const take = taken('content/scenes/eight/few');
  const own = recordedFrom(take)
    .facts.steps.at(-1)
    ?.after.processes.find(({ comm }) => comm === 'sleep')?.ns.mnt;

  test('may have other inodes of namespaces, as long as lsns, links and facts agree, and another count of the host’s processes', () => {
    const inode = wholeNumber(own);
    expect(take.files['host.cast']).toMatch(inode);
    expect(compared(take, changed(take, inode, '4026539999')).differences).toEqual([]);
    expect(compared(take, changed(take, inode, '4026539999', 'facts.json')).differences).not.toEqual([]);
    const fuller = changed(take, /(4026531833 net +)\d+( +1 root)/g, '$1131$2', 'host.cast');
    expect(fuller.files['host.cast']).not.toBe(take.files['host.cast']);
    expect(compared(take, fuller).differences).toEqual([]);
  });
});

test('an uptime that looks like a year is an uptime', () => {
  const take = taken('content/scenes/own-clock/default');
  const later = changed(take, /(?<![\d.])\d{2,4}\.\d\d(?= )/g, '2057.31', 'host.cast');
  expect(later.files['host.cast']).not.toBe(take.files['host.cast']);
  expect(compared(take, later).differences).toEqual([]);
});

test('a key of shared memory may be another one, in ipcs as in the facts', () => {
  const take = taken('content/scenes/joined/default');
  const inFacts = changed(take, '"key":-471111682', '"key":-1316822970', 'facts.json');
  const both = changed(inFacts, '0xe3eb67fe', '0xb182e046');
  expect(both.files['web.cast']).not.toBe(take.files['web.cast']);
  expect(compared(take, both).differences).toEqual([]);
  expect(compared(take, inFacts).differences).not.toEqual([]);
});

test('the index of a cable’s other end may be another one, in ip as in the facts', () => {
  const take = taken('content/scenes/two-cables/net-host');
  const peer = /eth0@if(\d+)/.exec(take.files['db.cast'] ?? '')?.[1] ?? '';
  const inFacts = changed(take, new RegExp(`"peerIndex":${peer}\\b`, 'g'), '"peerIndex":77', 'facts.json');
  expect(inFacts.files['facts.json']).not.toBe(take.files['facts.json']);
  expect(compared(take, inFacts).differences).not.toEqual([]);
  expect(compared(take, changed(inFacts, `@if${peer}`, '@if77')).differences).toEqual([]);
});
