import { initProcess } from '../../../host/views.ts';
import { type Claim, compare, type Verdict } from '../claim.ts';
import { after, clockAround, earlier, typedUntil } from './about.ts';
import { literal, oneLine, type Reader, silent } from './reader.ts';

/** What was typed into a file, by its path: `echo layer > /note`. */
function echoed(claim: Claim, path: string): string | undefined {
  return typedUntil(claim).flatMap(
    (line) => new RegExp(`echo (\\w+) > ${literal(path)}(?:;|'|$)`).exec(line)?.[1] ?? [],
  )[0];
}

const missing = (path: string) => `cat: ${path}: No such file or directory`;

/** The zone's offset from UTC in hours, and how it is called. Neither Japan nor UTC knows a summer time. */
const zones: Record<string, { hours: number; name: string }> = {
  'Asia/Tokyo': { hours: 9, name: 'JST' },
  'Etc/UTC': { hours: 0, name: 'UTC' },
};

/** The zone that the take has given the host. */
function hostZone(claim: Claim): string {
  return (
    claim.told.prepared.flatMap((line) => /zoneinfo\/(\S+) \/etc\/localtime/.exec(line)?.[1] ?? [])[0] ?? 'Etc/UTC'
  );
}

/** The zone in which a command reads the clock, by where it runs and what it was handed. */
function zoneOf(claim: Claim, options: string): { hours: number; name: string } | undefined {
  const asked = /-e TZ=(\S+)/.exec(options)?.[1];
  // A zone without rules is UTC, called by the letters that its name begins with: tzset(3).
  if (asked) return zones[asked] ?? { hours: 0, name: /^[A-Za-z]+/.exec(asked)?.[0] ?? '' };
  const hosts = 'container' in claim.view || options.includes('docker run') ? 'Etc/UTC' : hostZone(claim);
  return zones[options.includes('-v /etc/localtime') ? hostZone(claim) : hosts];
}

function proveHour(claim: Claim, [line = '']: string[], verdict: Verdict, options: string): void {
  const { hours = 0, name = '' } = zoneOf(claim, options) ?? {};
  const around = clockAround(claim).map((seconds) => Math.floor((seconds + hours * 3600) / 60));
  const [from = 0, to = 0] = around;
  // A guest's clock may be a few seconds off the recorder's: the minute before counts, and the one after.
  const right = Array.from({ length: to - from + 3 }, (_, index) => {
    const minute = from - 1 + index;
    return `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')} ${name}`;
  });
  compare(verdict, right.includes(line), 'the time of day', right.join(' or '), line);
}

/** What stays of a container, what containers share when they are told to, who is called when one crashes, and time zones. */
export const keptReaders: Reader[] = [
  {
    kind: 'files written in a container’s layer and in its volume',
    against: 'it prints nothing; what is read back is compared with what was typed here',
    of: /^docker exec \w+ sh -c echo \w+ > \/note; echo \w+ > \/data\/note$/,
    answers: () => [silent],
  },
  {
    kind: 'docker restart',
    against: 'the name that was typed; the same id and another process in the facts',
    of: /^docker restart -t0 (\w+)$/,
    answers: (_, [, name = '']) => [{ lines: [name] }],
    check(claim, _, verdict, [, name]) {
      const [before, now] = claim.moments.map(({ containers }) => containers.find((each) => each.name === name));
      compare(verdict, before?.id === now?.id, 'its id', before?.id ?? '', now?.id ?? '');
      compare(verdict, before?.pid !== now?.pid, 'its process', `another than ${before?.pid}`, `${now?.pid}`);
    },
  },
  {
    kind: 'two files read back, where each was written or where nothing was',
    against: 'what was typed into them; an image holds a layer and no volume, and a new container neither',
    of: /^docker (exec|run --rm(?: -v \/data)?) (\S+) (?:sh -c )?cat (\/note) (\/data\/note)(?: 2>&1)?$/,
    answers(claim, [, how, from, note = '', data = '']) {
      const [layer = '', volume = ''] = [note, data].map((path) => echoed(claim, path));
      if (how === 'exec') return [{ lines: [layer, volume] }];
      if (from === 'copy') return [{ lines: [layer, missing(data)], status: 1 }];
      return [{ lines: [missing(note), missing(data)], status: 1 }];
    },
  },
  {
    kind: 'how many volumes there are',
    against: 'the volumes without a name that were typed, whether their container was started with --rm or not',
    of: /^docker volume ls -q \| wc -l$/,
    answers: (claim) => [
      { lines: [String(typedUntil(claim).filter((line) => /^docker run -d .* -v \/\w+ /.test(line)).length)] },
    ],
  },
  {
    kind: 'a file in a volume whose container is gone',
    against: 'what was typed into it',
    of: /^docker run --rm -v \$\(docker volume ls -q\):\/old \S+ cat \/old\/note$/,
    answers: (claim) => oneLine([echoed(claim, '/data/note') ?? '']),
  },
  {
    kind: 'nc: a server on a loopback that two containers share',
    against: 'the command of the container that was joined',
    of: /^nc -zv 127\.0\.0\.1 (9090)$/,
    answers(claim, [, port]) {
      const serves = typedUntil(claim).some((line) => line.endsWith(` nc -lk 127.0.0.1 ${port}`));
      const joins = typedUntil(claim).some((line) => line.includes('--network=container:'));
      return serves && joins ? [{ lines: [`Connection to 127.0.0.1 ${port} port [tcp/*] succeeded!`] }] : undefined;
    },
  },
  {
    kind: 'a file of another container, as one’s own and through its process',
    against: 'what was typed into it; whether the two share the mounts, and the list of processes, in the facts',
    of: /^cat (\/note|\/proc\/1\/root\/note)$/,
    answers(claim, [, path = '']) {
      const text = claim.told.claims.flatMap(({ line }) => /^echo (\w+) > \/note$/.exec(line)?.[1] ?? [])[0];
      if (text === undefined) return undefined;
      return [path === '/note' ? { lines: [missing(path)], status: 1 } : { lines: [text] }];
    },
  },
  {
    kind: 'docker kill',
    against: 'the name that was typed; that it runs no more, in the facts',
    of: /^docker kill (\w+)$/,
    answers: (_, [, name = '']) => [{ lines: [name] }],
    check(claim, _, verdict, [, name]) {
      const status = after(claim)?.containers.find((each) => each.name === name)?.status;
      compare(verdict, status === 'exited', `what became of ${name}`, 'exited', `${status}`);
    },
  },
  {
    kind: 'a helper for crashes, read on the host',
    against: 'what the take wrote into it',
    of: /^cat \/usr\/local\/sbin\/crash$/,
    answers: (claim) =>
      claim.told.prepared.flatMap((line) => {
        const text = /^printf '(.+?)\\n' > \/usr\/local\/sbin\/crash/.exec(line)?.[1];
        return text === undefined ? [] : [{ lines: text.split('\\n') }];
      }),
  },
  {
    kind: 'the kernel’s setting for crashes',
    against: 'what the take has set on the host, wherever it is read',
    of: /^cat \/proc\/sys\/kernel\/core_pattern$/,
    answers: (claim) =>
      oneLine(claim.told.prepared.flatMap((line) => /kernel\.core_pattern=(.+)'$/.exec(line)?.[1] ?? [])),
  },
  {
    kind: 'a program that ends by a signal of its own',
    against: 'the signal that was typed: 139 is 128 and SIGSEGV’s 11; bash’s own words',
    of: /^sh -c kill -SEGV \$\$$/,
    answers: () => [{ lines: ['Segmentation fault (core dumped)'], status: 139 }],
  },
  {
    kind: 'what the helper wrote down of itself',
    against: 'SIGSEGV’s number, the host’s name and PID namespace in the facts; user 0 is not in them',
    of: /^cat \/run\/crash$/,
    answers: (claim) =>
      claim.moments.map((facts) => ({
        lines: ['signal 11', '0', facts.hostname, `pid:[${initProcess(facts)?.ns.pid}]`],
      })),
  },
  {
    kind: 'the PID namespace of process 1',
    against: 'the inode in the facts',
    of: /^readlink \/proc\/1\/ns\/pid$/,
    answers: (claim) => oneLine(claim.moments.map((facts) => `pid:[${initProcess(facts)?.ns.pid}]`)),
  },
  {
    kind: 'the time of day in a zone',
    against:
      'the recorder’s clock, and the zone’s distance from UTC: the host’s, the image’s, or the one that was typed',
    of: /^(docker run --rm .+ )?date \+%H:%M %Z$/,
    answers: () => [{ lines: [/^\d\d:\d\d \w+$/] }],
    check: (claim, lines, verdict, [, options = '']) => proveHour(claim, lines, verdict, options),
  },
  {
    kind: 'seconds since 1970',
    against: 'the recorder’s clock; the other pane',
    of: /^date \+%s$/,
    answers: () => [{ lines: [/^\d{10}$/] }],
    check(claim, [found = ''], verdict) {
      const [from, to] = clockAround(claim);
      const right = Number(found) >= from - 4 && Number(found) <= to + 2;
      compare(verdict, right, 'the seconds', `about ${Math.round(from)}`, found);
      for (const other of earlier(claim).filter(({ line, step }) => line === claim.line && step === claim.step))
        compare(
          verdict,
          Math.abs(Number(other.output.at(-1)) - Number(found)) <= 4,
          'the seconds in two panes',
          `${other.output.at(-1)}`,
          found,
        );
    },
  },
  {
    kind: 'where the file of the time zone leads',
    against: 'what the take has set on the host; in a container, the image’s own',
    of: /^readlink \/etc\/localtime$/,
    answers: (claim) => [{ lines: [`/usr/share/zoneinfo/${'container' in claim.view ? 'Etc/UTC' : hostZone(claim)}`] }],
  },
];
