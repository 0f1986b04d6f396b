import { type Claim, compare, type Verdict } from '../claim.ts';
import { standsBeside } from '../view.ts';
import { clockAround, earlier, mountsSeen, uidMapOf } from './about.ts';
import { type Answer, literal } from './reader.ts';

/** A line of /proc/mounts or of findmnt for each mount that the view sees, in order. */
export function mountLines(
  claim: Claim,
  of: (mount: { root: string; target: string; type: string; source: string; options: string }) => string | undefined,
): Answer[] | undefined {
  const seen = mountsSeen(claim.view, claim);
  if (seen.length === 0) return undefined;
  return seen.map((mounts): Answer => {
    const lines = mounts.flatMap((mount) => of(mount) ?? []);
    return lines.length === 0 ? { lines, status: 1 } : { lines };
  });
}

/** The facts join a mount's own options with those of its file system, each of which begins with ro or rw as well. */
export function optionsOf(options: string): string {
  const [first = 'rw', ...others] = options.split(',');
  return [first, ...others.filter((each) => each !== 'rw' && each !== 'ro')].join(',');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The minute that `ls -l` says lies before the answer, and not before the guest can have started. */
export function proveLsTimes(claim: Claim, lines: string[], verdict: Verdict): void {
  const [, now] = clockAround(claim);
  const touched = new Set(typedNames(claim));
  for (const line of lines) {
    const [, month = '', day, hours, minutes, name = ''] = / (\w{3}) +(\d+) (\d\d):(\d\d) (\S+)$/.exec(line) ?? [];
    if (!months.includes(month)) continue;
    const at =
      Date.UTC(
        new Date(now * 1000).getUTCFullYear(),
        months.indexOf(month),
        Number(day),
        Number(hours),
        Number(minutes),
      ) / 1000;
    // What the take made is as old as the take at most; what was there, as old as the guest's boot.
    const oldest = touched.has(name.split('/').at(-1) ?? '') ? claim.told.began - 660 : claim.told.began - 14_400;
    compare(
      verdict,
      at <= now + 1 && at >= oldest - 60,
      `the time of ${name}`,
      `between ${clock(oldest)} and ${clock(now)}`,
      `${hours}:${minutes}`,
    );
  }
}

const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(5, 16).replace('T', ' ');

/** Names of files that lines of the take write, or that its preparation makes. */
function typedNames(claim: Claim): string[] {
  return [...earlier(claim), claim].flatMap(({ line }) => line.match(/[\w.-]+(?=$|[\s;'")])/g) ?? []);
}

/** The bytes that an `echo` of the take wrote into a file of that name; none where no line did. */
export function writtenTo(claim: Claim, name: string): string | undefined {
  const lines = [...earlier(claim), claim].filter(({ status }) => status === 0).map(({ line }) => line);
  return lines
    .flatMap((line) => new RegExp(`\\becho ([\\w -]+) > \\S*/${literal(name)}(?=$|;)`).exec(line)?.[1] ?? [])
    .at(-1);
}

/** Who owns what a container's root makes: the first row of its user namespace's map says which id that is outside. */
export function ownerOutside(claim: Claim): number {
  for (const facts of claim.moments)
    for (const { pid } of facts.containers) {
      const first = facts.processes.find((process) => process.pid === pid);
      const [row] = first ? uidMapOf(first, facts) : [];
      if (row) return row[1];
    }
  return 0;
}

/** The date in a line of `ls -l`, as a pattern. */
export const date = ' [A-Z][a-z]{2} +\\d+ \\d\\d:\\d\\d ';

/** wc(1) counts as many lines of /etc/shadow in every step. */
export function proveShadow(claim: Claim, [line = '']: string[], verdict: Verdict): void {
  const count = Number(/^(\d+) /.exec(line)?.[1]);
  if (Number.isNaN(count)) return;
  const others = claim.told.claims.flatMap(({ output }) =>
    output.flatMap((each) => /^(\d+) \S*shadow$/.exec(each)?.[1] ?? []),
  );
  // One line a user; the same file has as many in every step.
  compare(
    verdict,
    others.every((each) => Number(each) === count),
    'the lines of /etc/shadow',
    'the same number in every step',
    others.join(', '),
  );
  compare(
    verdict,
    count >= 15 && count <= 30,
    'the lines of /etc/shadow',
    'one for each user of a small Debian, 15 to 30',
    String(count),
  );
}

/** Whether a shell may read a file of mode 640 that belongs to the host's root. */
export function readsAsRoot(claim: Claim): boolean | undefined {
  const facts = claim.moments[0];
  const beside = facts && standsBeside(claim.view, facts);
  if (!beside) return undefined;
  const rows = uidMapOf(beside, facts);
  return beside.uid === 0 && rows.some(([, outside, length]) => outside === 0 && length > 1);
}

/** The lines of a file that only the host’s root may read, counted; or the refusal. */
export const shadow = (claim: Claim, path: string): Answer[] | undefined => {
  const right = readsAsRoot(claim);
  if (right === undefined) return undefined;
  return [
    right
      ? { lines: [new RegExp(`^\\d+ ${literal(path)}$`)] }
      : { lines: [`wc: ${path}: Permission denied`], status: 1 },
  ];
};

/** The POSIX shared memory of an IPC namespace. */
export function shmOf(facts: Claim['moments'][number], inode: number | undefined): { name: string; bytes: number }[] {
  return facts.namespaces.find((each) => each.kind === 'ipc' && each.inode === inode)?.posixShm ?? [];
}

/** What `id`, or a copy of it with the set-user-ID bit, may answer to who asks. */
export function idAnswers(claim: Claim, by: string, number: string | undefined, path: string): Answer[] | undefined {
  if (number !== undefined) return [{ lines: [`uid=${number} gid=0(root) groups=0(root)`] }];
  const user = by.includes('nobody')
    ? 'nobody'
    : /^su - (\w+)$/.exec(claim.told.scene.panes[claim.pane]?.via ?? '')?.[1];
  if (user === undefined) return undefined;
  const made = claim.told.prepared.flatMap(
    (line) => new RegExp(`useradd .*-u (\\d+).* ${user}\\b`).exec(line)?.[1] ?? [],
  )[0];
  const id = user === 'nobody' ? '65534' : made;
  if (id === undefined) return undefined;
  const group = user === 'nobody' ? 'nogroup' : user;
  const who = `uid=${id}(${user}) gid=${id}(${group})`;
  const groups = `groups=${id}(${group})`;
  if (path === 'id') return [{ lines: [new RegExp(`^${literal(who)} ${literal(groups)}(,\\d+\\(docker\\))?$`)] }];
  const closed = earlier(claim).some(({ line }) => line.includes('nosuid'));
  if (closed) return [{ lines: [`${who} ${groups}`] }];
  const owner = ownerOutside(claim);
  return [{ lines: [`${who} euid=${owner}${owner === 0 ? '(root)' : ''} ${groups}`] }];
}
