import { containerNamed } from '../../../host/views.ts';
import { type Claim, compare } from '../claim.ts';
import { after, firstOf, typedUntil } from './about.ts';
import { type Answer, literal, oneLine, type Reader, silent } from './reader.ts';

/** The variables that were typed for containers of a take, as `NAME=value`. */
function variables(claim: Claim): string[] {
  return typedUntil(claim).flatMap((line) => [...line.matchAll(/ -e (\w+=\S+)/g)].map(([, text = '']) => text));
}

/** What the take's preparation wrote into a file of the host's. */
function written(claim: Claim, file: string): string | undefined {
  return claim.told.prepared.flatMap(
    (line) => new RegExp(`^echo (\\S+) > ${literal(file)}\\b`).exec(line)?.[1] ?? [],
  )[0];
}

/** Which file of the host's a path of a container's is, by the mounts that were typed. */
function behind(claim: Claim, target: string): string | undefined {
  return typedUntil(claim).flatMap(
    (line) => new RegExp(` -v (\\S+):${literal(target)}(?::ro)? `).exec(line)?.[1] ?? [],
  )[0];
}

/** The image's own variable is in every container: lab/build.ts gives it. */
const env = (claim: Claim): Answer[] => [{ lines: [`[${[...variables(claim), 'LANG=C.UTF-8'].join(' ')}]`] }];

/** The processes of a user of the host's, after the step; the command's own are none of them. */
function countOf(claim: Claim, uid: number): number[] {
  return claim.moments.map(({ processes }) => processes.filter((process) => process.uid === uid).length);
}

/** What a container is handed when it starts, and what is counted by a user's number. */
export const handedReaders: Reader[] = [
  {
    kind: 'a variable, read inside',
    against: 'what was typed for it with -e',
    of: /^echo \$(\w+)$/,
    answers: (claim, [, name]) =>
      oneLine(
        variables(claim).flatMap((text) => (text.startsWith(`${name}=`) ? text.slice(text.indexOf('=') + 1) : [])),
      ),
  },
  {
    kind: 'a mounted file, read inside',
    against: 'what the take wrote into it on the host, by the mount that was typed',
    of: /^cat (\/run\/token)$/,
    answers(claim, [, path = '']) {
      const file = behind(claim, path);
      const text = file === undefined ? undefined : written(claim, file);
      return text === undefined ? undefined : [{ lines: [text] }];
    },
  },
  {
    kind: 'the variables that Docker keeps of a container or an image',
    against: 'what was typed with -e, and what the image has',
    of: /^docker inspect -f \{\{\.Config\.Env\}\} \w+$/,
    answers: env,
  },
  {
    kind: 'an environment, read in /proc on the host',
    against: 'what was typed with -e',
    of: /^tr \\0 \\n < \/proc\/\$\(pgrep -x sleep\)\/environ \| grep TOKEN$/,
    answers: (claim) => oneLine(variables(claim)),
  },
  {
    kind: 'an environment, refused to a user who is not root',
    against: 'the pid of the container’s process in the facts',
    of: /^runuser -u nobody -- cat \/proc\/\$\(pgrep -x sleep\)\/environ$/,
    answers: (claim) =>
      claim.moments.flatMap(({ containers }) =>
        containers.map(({ pid }) => ({ lines: [`cat: /proc/${pid}/environ: Permission denied`], status: 1 })),
      ),
  },
  {
    kind: 'docker commit',
    against: 'its answer is thrown away',
    of: /^docker commit \w+ \w+ > \/dev\/null$/,
    answers: () => [silent],
  },
  {
    kind: 'the bytes of a file that was mounted, in an image of the container',
    against: 'a mount is none of an image’s files: nothing is in its place',
    of: /^docker run --rm \w+ wc -c (\/run\/token)$/,
    answers: (_, [, path]) => [{ lines: [`0 ${path}`] }],
  },
  {
    kind: 'the host’s name in a hosts file',
    against: 'the address of docker0 in the facts, and the name that was typed',
    of: /^grep internal \/etc\/hosts$/,
    answers(claim) {
      const name = typedUntil(claim).flatMap((line) => /--add-host (\S+):host-gateway/.exec(line)?.[1] ?? [])[0];
      return name === undefined ? undefined : gateways(claim).map((address) => ({ lines: [`${address}\t${name}`] }));
    },
  },
  {
    kind: 'nc: the host’s own services, called from a container',
    against: 'on which address each was set to listen; whose loopback is called; docker0’s address in the facts',
    of: /^(docker run --rm --network=host \S+ )?nc -zv -w 2 (127\.0\.0\.1|host\.docker\.internal) (\d+)$/,
    answers(claim, [, joined, called, port]) {
      const listens = claim.told.prepared.flatMap(
        (line) => new RegExp(`\\bnc -lk (127\\.0\\.0\\.1|-p) ${port}$`).exec(line)?.[1] ?? [],
      )[0];
      if (listens === undefined) return undefined;
      // A container with a network of its own has a loopback on which nobody listens.
      const open = joined !== undefined || (called !== '127.0.0.1' && listens === '-p');
      const names = called === '127.0.0.1' ? ['127.0.0.1'] : gateways(claim).map((address) => `${called} (${address})`);
      return names.map((name) =>
        open
          ? { lines: [`Connection to ${name} ${port} port [tcp/*] succeeded!`] }
          : { lines: [`nc: connect to ${name} port ${port} (tcp) failed: Connection refused`], status: 1 },
      );
    },
  },
  {
    kind: 'how many processes a user may have',
    against: 'what was typed with --ulimit',
    of: /^ulimit -u$/,
    answers: (claim) => oneLine(typedUntil(claim).flatMap((line) => /--ulimit nproc=(\d+)/.exec(line)?.[1] ?? [])),
  },
  {
    kind: 'programs started in the background',
    against: 'as many more processes in that container in the facts, the number that bash prints among theirs',
    of: /^\(for i in \{1\.\.(\d+)\}; do sleep \d+ & done; exec sleep \d+\) &$/,
    whole: true,
    answers: () => [{ lines: [/^\[1\] \d+$/] }],
    check(claim, [line = ''], verdict, [, count]) {
      const name = 'container' in claim.view ? claim.view.container : '';
      const [before = [], now = []] = claim.moments.map((facts) => {
        const found = containerNamed(name, facts);
        return facts.processes.filter(({ cgroup }) => found && cgroup.includes(found.id));
      });
      const more = now.length - before.length;
      compare(
        verdict,
        more === Number(count) + 1,
        'how many more processes there are',
        `${Number(count) + 1}`,
        `${more}`,
      );
      const known = now.map(({ nspid }) => `[1] ${nspid.at(-1)}`);
      compare(verdict, known.includes(line), 'the number of the job', known.join(' or '), line);
    },
  },
  {
    kind: 'how many processes of a user there are',
    against: 'the processes with that user id in the facts',
    of: /^ps -U (\d+) --no-headers \| wc -l$/,
    answers: (claim, [, uid]) => oneLine(countOf(claim, Number(uid)).map(String)),
  },
  {
    kind: 'a program that can’t be started, because its user has too many processes',
    against: 'the limit that was typed, and the processes of that user in the facts; how long bash tries',
    of: /^date$/,
    answers(claim) {
      const name = 'container' in claim.view ? claim.view.container : '';
      const uid = firstOf(claim, name)[0]?.uid;
      const limit = typedUntil(claim).flatMap((line) => /--ulimit nproc=(\d+)/.exec(line)?.[1] ?? [])[0];
      if (uid === undefined || limit === undefined || Math.min(...countOf(claim, uid)) < Number(limit))
        return undefined;
      const refused = 'Resource temporarily unavailable';
      return [{ lines: [...Array(4).fill(`bash: fork: retry: ${refused}`), `bash: fork: ${refused}`], status: 254 }];
    },
    check(claim, _, verdict) {
      // bash waits 1, 2, 4 and 8 seconds between its tries: jobs.c, FORKSLEEP_MAX.
      const took = claim.to - claim.from;
      compare(verdict, took >= 14, 'how long bash tried', 'at least 14 s', `${took.toFixed(1)} s`);
    },
  },
  {
    kind: 'a user id, chosen for one command',
    against: 'the id that was typed',
    of: /^docker exec -u (\d+) \w+ id -u$/,
    answers: (_, [, uid = '']) => [{ lines: [uid] }],
  },
];

function gateways(claim: Claim): string[] {
  const facts = after(claim);
  const links = facts?.namespaces.flatMap(({ links: all = [] }) => all) ?? [];
  return links
    .filter(({ name }) => name === 'docker0')
    .flatMap(({ addresses }) => addresses.map((each) => each.split('/')[0] ?? ''))
    .filter((address) => address.includes('.'));
}
