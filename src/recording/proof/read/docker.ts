import { hostLinks } from '../../../host/net.ts';
import { type Claim, compare, type Verdict } from '../claim.ts';
import { machineSeen, standsBeside } from '../view.ts';
import { after, earlier, typedUntil } from './about.ts';
import { proveClock } from './clock.ts';
import { type Answer, oneLine, type Reader, silent } from './reader.ts';

function segments({ moments, view }: Claim) {
  return moments.map((facts) =>
    facts.namespaces.find(({ kind, inode }) => kind === 'ipc' && inode === standsBeside(view, facts)?.ns.ipc),
  );
}

const hex = (key: number) => `0x${(key >>> 0).toString(16).padStart(8, '0')}`;

/** `ipcs` prints each kind between a heading and an empty line. */
function ipcsAnswers(claim: Claim, both: boolean): Answer[] {
  return segments(claim).flatMap((namespace): Answer[] => {
    if (!namespace) return [];
    const memory = (namespace.sysvShm ?? []).map(
      ({ key, id, bytes, owner, attached }) =>
        new RegExp(`^${hex(key)} ${id} +${owner === 0 ? 'root' : owner} +644 +${bytes} +${attached} *$`),
    );
    const sets = (namespace.sysvSem ?? []).map(
      ({ key, id, count, owner }) =>
        new RegExp(`^${hex(key)} ${id} +${owner === 0 ? 'root' : owner} +644 +${count} *$`),
    );
    return [
      {
        lines: [
          ...[
            '',
            '------ Shared Memory Segments --------',
            /^key +shmid +owner +perms +bytes +nattch +status *$/,
            ...memory,
            '',
          ],
          ...(both ? ['------ Semaphore Arrays --------', /^key +semid +owner +perms +nsems *$/, ...sets, ''] : []),
        ],
      },
    ];
  });
}

function proveUptime(claim: Claim, lines: string[], verdict: Verdict): void {
  const [up = 0, idle = 0] = (lines[0] ?? '').split(' ').map(Number);
  const offset = Number(/--boottime (\d+)/.exec(claim.line)?.[1] ?? 0);
  compare(
    verdict,
    idle <= (up - offset) * 2 && idle >= 0,
    'the idle time',
    `at most that of two CPUs in ${(up - offset).toFixed(2)} s`,
    String(idle),
  );
  for (const other of earlier(claim).filter(({ line }) => line.includes('/proc/uptime'))) {
    const [before = 0, idleBefore = 0] = (other.output[0] ?? '').split(' ').map(Number);
    const passed = claim.from - other.from;
    compare(
      verdict,
      Math.abs(up - offset - before - passed) <= 1.5,
      'the uptime',
      `${(before + offset + passed).toFixed(2)} within 1.5`,
      String(up),
    );
    compare(
      verdict,
      idle >= idleBefore && idle - idleBefore <= (passed + 1.5) * 2,
      'how the idle time grew',
      `at most that of two CPUs in ${passed.toFixed(2)} s`,
      (idle - idleBefore).toFixed(2),
    );
  }
  proveClock(claim, lines.slice(1), verdict);
}

/** Docker's own answers, System V IPC, clocks, and whatever prints nothing. */
export const otherReaders: Reader[] = [
  {
    kind: 'docker run -d',
    against: 'the id of the container of that name in the facts',
    of: /^docker run -d --name (\S+) /,
    answers(claim, [, name = '']) {
      const id = after(claim)?.containers.find((each) => each.name === name)?.id;
      return id === undefined ? [{ lines: [/^[0-9a-f]{64}$/] }] : [{ lines: [id] }];
    },
  },
  {
    kind: 'docker network create',
    against: 'the bridge in the facts that has the first digits of the id for a name',
    of: /^docker network create .*\w$/,
    answers(claim) {
      const then = after(claim);
      const ids = (then ? hostLinks(then) : []).flatMap(({ name }) => /^br-([0-9a-f]{12})$/.exec(name)?.[1] ?? []);
      return ids.map((id) => ({ lines: [new RegExp(`^${id}[0-9a-f]{52}$`)] }));
    },
  },
  {
    kind: 'docker network connect',
    against: 'it prints nothing',
    of: /^docker network connect \S+ \S+$/,
    answers: () => [silent],
  },
  {
    kind: 'docker rm',
    against: 'the name that was typed',
    of: /^docker rm -f (\S+)$/,
    answers: (_, [, name = '']) => [{ lines: [name] }],
  },
  {
    kind: 'docker inspect of id and hostname',
    against: 'id and first hostname in the facts; with each other',
    of: /^docker inspect -f \{\{\.Id\}\} \{\{\.Config\.Hostname\}\} \S+$/,
    answers: () => [{ lines: [/^[0-9a-f]{64} [\w.-]+$/] }],
    check(claim, [line = ''], verdict) {
      // Docker writes the id's first digits down, unless it is told a name: also where the namespace is the host's.
      if (typedUntil(claim).some((typed) => / (?:-h|--hostname)[ =]/.test(typed))) return;
      const [id = '', hostname = ''] = line.split(' ');
      compare(verdict, hostname === id.slice(0, 12), 'the hostname', id.slice(0, 12), hostname);
    },
  },
  {
    kind: 'docker ps',
    against:
      'names, images, commands and exit codes of the containers in the facts; how long ago, with the recorder’s clock',
    of: /^docker ps (?:-a )?--format (.+)$/,
    answers(claim, [, format]) {
      return claim.moments.flatMap(({ containers, processes }): Answer[] => {
        const rows = containers.map(({ name, image, status, exitCode, pid }) => {
          const args = processes.find((each) => each.pid === pid)?.args ?? '';
          if (format?.includes('.Status'))
            return new RegExp(
              `^${name}: ${status === 'exited' ? `Exited \\(${exitCode}\\) (?:\\d+ seconds|Less than a second|About a minute) ago` : 'Up .+'}$`,
            );
          return `${name}  ${image}  "${args}"`;
        });
        // Docker lists the newest first; of which that is, the facts say nothing once both have ended.
        return [{ lines: rows }, { lines: rows.toReversed() }];
      });
    },
    check(claim, lines, verdict) {
      const ago = Number(/ (\d+) seconds ago$/.exec(lines[0] ?? '')?.[1]);
      const end = earlier(claim).findLast(({ line }) => /^(?:kill|docker stop)/.test(line));
      if (Number.isNaN(ago) || !end) return;
      const passed = claim.to - end.from;
      compare(
        verdict,
        ago <= passed + 1 && ago >= claim.from - end.to - 4,
        'how long ago it ended',
        `at most ${passed.toFixed(1)} s`,
        `${ago} s`,
      );
    },
  },
  {
    kind: 'docker ps -q through the host’s mount namespace',
    against: 'ids in the facts; refused to whoever is not privileged',
    of: /^nsenter -t 1 -m docker ps -q$/,
    answers(claim) {
      const right = claim.told.claims.some(({ line }) => line.includes('--privileged'));
      if (!right) return [{ lines: ['nsenter: reassociate to namespaces failed: Operation not permitted'], status: 1 }];
      return [{ lines: (after(claim)?.containers ?? []).map(({ id }) => id.slice(0, 12)) }];
    },
  },
  {
    kind: 'ipcmk',
    against: 'the id of the segment or set that the namespace then has, in the facts',
    of: /^ipcmk -(M|S) (\d+)$/,
    answers(claim, [, what]) {
      const namespace = segments(claim).at(-1);
      const ids = (what === 'M' ? namespace?.sysvShm : namespace?.sysvSem)?.map(({ id }) => String(id)) ?? [];
      const word = what === 'M' ? 'Shared memory' : 'Semaphore';
      return ids.map((id) => ({ lines: [`${word} id: ${id}`] }));
    },
  },
  {
    kind: 'ipcs',
    against: 'segments and sets of that IPC namespace in the facts: key, id, owner, size, how many are attached',
    of: /^ipcs -(m|ms)$/,
    answers: (claim, [, what]) => ipcsAnswers(claim, what === 'ms'),
  },
  {
    kind: 'date',
    against: 'the recorder’s clock, and how far the take has set the clock',
    of: /^date \+%T$/,
    answers: () => [{ lines: [/^\d\d:\d\d:\d\d$/] }],
    check: proveClock,
  },
  {
    kind: 'uptime and date',
    against: 'the recorder’s clock; an earlier uptime; the offset that was typed',
    of: /^(?:cat \/proc\/uptime; date|unshare -T --boottime \d+ sh -c 'cat \/proc\/uptime; date')$/,
    whole: true,
    answers: () => [{ lines: [/^\d+\.\d\d \d+\.\d\d$/, /^\w{3} \w{3} +\d+ \d\d:\d\d:\d\d UTC \d{4}$/] }],
    check: proveUptime,
  },
  {
    kind: 'boot ids',
    against: 'the kernel that answers there, in the facts',
    of: /^cat \/proc\/sys\/kernel\/random\/boot_id$/,
    answers: (claim) =>
      oneLine(claim.moments.flatMap((facts) => machineSeen(claim.view, facts)?.bootId ?? facts.slab?.bootId ?? [])),
  },
  {
    kind: 'who uses the kernel’s keyring',
    against: 'users in the facts; the other pane, line by line',
    of: /^cat \/proc\/key-users$/,
    answers: ({ moments }) =>
      moments.flatMap(({ slab }) => {
        const row = (uid: number, keys: number) =>
          `^ *${uid}: +\\d+ ${keys}/\\d+ \\d+/(?:1000000|200) \\d+/(?:25000000|20000)$`;
        return slab ? [{ lines: slab.keyUsers.map(({ uid, keys }) => new RegExp(row(uid, keys))) }] : [];
      }),
    check(claim, lines, verdict) {
      const others = claim.told.claims.filter(
        ({ step, line, pane }) => step === claim.step && line === claim.line && pane !== claim.pane,
      );
      for (const { output } of others)
        compare(
          verdict,
          output.join() === lines.join(),
          'the keys in two panes',
          output.join(' / '),
          lines.join(' / '),
        );
      for (const line of lines) {
        const [, keys, instantiated] = /^ *\d+: +\d+ (\d+)\/(\d+) /.exec(line) ?? [];
        // Of the keys that a user owns, those that are instantiated. proc_key-users(5)
        const right = Number(instantiated) <= Number(keys);
        compare(verdict, right, 'the keys that are instantiated', `at most ${keys}`, instantiated ?? '');
      }
    },
  },
  {
    kind: 'a process killed from inside its namespace',
    against: 'that it prints nothing',
    of: /^(?:kill -(?:TERM|KILL) 1|kill -KILL \$\(.+\)|pkill -f .+|sleep \d+|ipcrm --all=shm|nsenter -t \$\(.+\) -u hostname \w+)$/,
    answers: () => [silent],
  },
  {
    kind: 'a shell in place of the shell',
    against: 'that it prints nothing; where it is, with the facts',
    of: /^exec unshare --(?:uts bash -c hostname room; exec bash|ipc bash|mount bash|cgroup bash|pid --fork bash|time bash|user --map-root-user bash)$/,
    answers: () => [silent],
  },
];
