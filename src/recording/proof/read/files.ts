import { standsBeside } from '../view.ts';
import { after, container, earlier, mountOf, mountsSeen, uidInside } from './about.ts';
import {
  date,
  idAnswers,
  mountLines,
  optionsOf,
  ownerOutside,
  proveLsTimes,
  proveShadow,
  readsAsRoot,
  shadow,
  shmOf,
  writtenTo,
} from './file-proofs.ts';
import { type Answer, type Line, literal, type Reader, silent } from './reader.ts';

/** What is mounted, written, read and listed. */
export const fileReaders: Reader[] = [
  {
    kind: 'mounts over parts of /proc',
    against: 'the mounts of the view in the facts, each with its type and options',
    of: /^findmnt -rn -o TARGET,FSTYPE,OPTIONS \| grep \^\/proc\/$/,
    answers: (claim) =>
      mountLines(claim, ({ target, type, options }) =>
        target.startsWith('/proc/') ? `${target} ${type} ${optionsOf(options)}` : undefined,
      ),
  },
  {
    kind: 'lines of /proc/mounts',
    against: 'the mounts of the view in the facts',
    of: /^grep (overlay|-E {1,2}\/\(data\|etc\/\[a-z\.\]\+\) ) \/proc\/mounts$/,
    answers: (claim, [, pattern]) =>
      mountLines(claim, ({ source, target, type, options }) => {
        const line = `${source} ${target} ${type} ${optionsOf(options)} 0 0`;
        const found = pattern === 'overlay' ? line.includes('overlay') : / \/(data|etc\/[a-z.]+) /.test(line);
        return found ? line : undefined;
      }),
  },
  {
    kind: 'a line written to a file, or refused',
    against: 'the options of the mount that the file is on',
    of: /^echo ([\w -]+) > (\/\S+)$/,
    answers(claim, [, , path = '']) {
      const options = mountsSeen(claim.view, claim).map((mounts) => mountOf(path, mounts)?.options ?? '');
      const closed = options.length > 0 && options.every((each) => each.startsWith('ro'));
      return [closed ? { lines: [`bash: ${path}: Read-only file system`], status: 1 } : silent];
    },
  },
  {
    kind: 'a file read back',
    against: 'what an earlier step wrote into it',
    of: /^cat (\/(?:data|srv)\/\S+)$/,
    answers(claim, [, path = '']) {
      const text = writtenTo(claim, path.split('/').at(-1) ?? '');
      return text === undefined ? undefined : [{ lines: [text] }];
    },
  },
  {
    kind: 'files listed with owner, size and time',
    against:
      'who may have made them (the map of user ids in the facts), what was written into them, the recorder’s clock',
    of: /^ls -ln? (\/.+)$/,
    answers(claim, [line, paths = '']) {
      const numeric = line.startsWith('ls -ln');
      const row = (mode: string, owner: string, size: string, name: string): Line =>
        new RegExp(`^${mode} 1 ${owner} +${size}${date}${literal(name)}$`);
      const owner = ownerOutside(claim);
      const pair = numeric ? `${owner} ${owner}` : 'root root';
      const written = (name: string) => {
        const text = writtenTo(claim, name);
        return text === undefined ? '0' : String(text.length + 1);
      };
      if (paths === '/note') return [{ lines: [row('-rw-r--r--', pair, written('note'), '/note')] }];
      if (paths === '/srv/site') return [{ lines: ['total 4', row('-rw-r--r--', pair, written('a'), 'a')] }];
      if (/^\/srv\/(tools|share)$/.test(paths))
        return [{ lines: ['total 52', row('-rwsr-xr-x', pair, '51656', 'id')] }];
      if (paths === '/run/docker.sock') return [{ lines: [row('srw-rw----', 'root docker', '0', paths)] }];
      if (paths === '/dev/vda') return [{ lines: [new RegExp(`^brw-rw---- 1 root disk 254, 0${date}/dev/vda$`)] }];
      if (paths === '/root') {
        const one = earlier(claim).some(({ line: typed, status }) => typed.includes('/root/one') && status === 0);
        return [
          {
            lines: [
              one ? 'total 4' : 'total 0',
              ...(one ? [row('-rw-r--r--', 'root root', written('one'), 'one')] : []),
              row('-rw-r--r--', 'root root', '0', 'two'),
            ],
          },
        ];
      }
      const wrote = earlier(claim).find(({ line: typed }) => typed.startsWith('touch '));
      if (!wrote) return undefined;
      const names = paths.split(' ').filter((path) => !wrote.output.some((each) => each.includes(`${path}'`)));
      const missing = paths.split(' ').filter((path) => !names.includes(path));
      return [
        {
          lines: [
            ...missing.map((path) => `ls: cannot access '${path}': No such file or directory`),
            ...names.toSorted().map((path) => row('-rw-r--r--', pair, '0', path)),
          ],
          status: missing.length > 0 ? 2 : 0,
        },
      ];
    },
    check: proveLsTimes,
  },
  {
    kind: 'a file of a removed container, looked for in a new one',
    against: 'that a new container has a layer of its own',
    of: /^docker run --rm \S+ ls -l \/note$/,
    answers: () => [{ lines: ["ls: cannot access '/note': No such file or directory"], status: 2 }],
  },
  {
    kind: 'the layer above, as the host sees it',
    against: 'what was written inside',
    of: /^ls -A \$\(docker inspect .+\)$/,
    answers: (claim) => [{ lines: earlier(claim).flatMap(({ line }) => /> \/(\w+)/.exec(line)?.[1] ?? []) }],
  },
  {
    kind: 'the lines of /etc/shadow, or a refusal',
    against: 'who the shell is outside (the map of user ids in the facts); the count with every other step',
    of: /^wc -l (\/host\/etc\/shadow|\/mnt\/etc\/shadow)$/,
    answers: (claim, [, path = '']) => shadow(claim, path),
    check: (claim, lines, verdict) => proveShadow(claim, lines, verdict),
  },
  {
    kind: 'the host’s files through another process’s root',
    against:
      'whether the container is privileged: following /proc/PID/root is a question of ptrace access, as proc_pid_root(5) says',
    of: /^wc -l (\/proc\/1\/root\/etc\/shadow)$/,
    answers: (claim, [, path = '']) => {
      const right = claim.told.claims.some(({ line }) => line.includes('--privileged'));
      return [
        right
          ? { lines: [new RegExp(`^\\d+ ${literal(path)}$`)] }
          : { lines: [`wc: ${path}: Permission denied`], status: 1 },
      ];
    },
    check: (claim, lines, verdict) => proveShadow(claim, lines, verdict),
  },
  {
    kind: 'a user’s own look at /etc/shadow',
    against: 'that only root and its group may read it',
    of: /^wc -l (\/etc\/shadow)$/,
    answers: (_, [, path = '']) => [{ lines: [`wc: ${path}: Permission denied`], status: 1 }],
  },
  {
    kind: '/etc/shadow through a container of one’s own',
    against: 'the count with every other step',
    of: /^docker run --rm -v \/etc:\/host \S+ wc -l (\/host\/shadow)$/,
    answers: (_, [, path = '']) => [{ lines: [new RegExp(`^\\d+ ${literal(path)}$`)] }],
    check: (claim, lines, verdict) => proveShadow(claim, lines, verdict),
  },
  {
    kind: 'files made on the host, or refused',
    against: 'who the shell is outside: the map of user ids in the facts',
    of: /^touch \/host\/tmp\/mine \/host\/srv\/mine$/,
    answers(claim) {
      const right = readsAsRoot(claim);
      if (right === undefined) return undefined;
      return [right ? silent : { lines: ["touch: cannot touch '/host/srv/mine': Permission denied"], status: 1 }];
    },
  },
  {
    kind: 'the host’s disk mounted',
    against: 'that it prints nothing where the container may',
    of: /^mount (?:\/dev\/vda \/mnt|-o bind,nosuid \S+ \S+|-t proc proc \/proc)$/,
    answers: () => [silent],
  },
  {
    kind: 'how many devices there are',
    against: 'that a privileged container has the host’s, more than a hundred',
    of: /^ls \/dev \| wc -l$/,
    answers: () => [{ lines: [/^1\d\d$/] }],
  },
  {
    kind: 'shared memory as files',
    against: 'the files of that IPC namespace’s /dev/shm in the facts, and the size of its mount',
    of: /^ls \/dev\/shm$/,
    answers: ({ moments, view }) =>
      moments.map(
        (facts): Answer => ({ lines: shmOf(facts, standsBeside(view, facts)?.ns.ipc).map(({ name }) => name) }),
      ),
  },
  {
    kind: 'how full /dev/shm is',
    against: 'the size of the mount and the files in the facts',
    of: /^df -h \/dev\/shm$/,
    answers: (claim) =>
      claim.moments.map((facts) => {
        const size = mountsSeen(claim.view, claim).flatMap(
          (mounts) => mountOf('/dev/shm', mounts)?.options.match(/size=(\d+)k/)?.[1] ?? [],
        )[0];
        if (size === undefined) return undefined;
        const used = shmOf(facts, standsBeside(claim.view, facts)?.ns.ipc).reduce(
          (all, { bytes }) => all + Math.ceil(bytes / 4096) * 4,
          0,
        );
        const shown = used === 0 ? '0' : `${used}\\.0K`;
        const whole = Number(size) / 1024;
        return {
          lines: [
            /^Filesystem +Size +Used Avail Use% Mounted on$/,
            new RegExp(`^shm +${whole}M +${shown} +${whole}M +${used === 0 ? 0 : 1}% /dev/shm$`),
          ],
        };
      }),
  },
  {
    kind: 'the size of the root file system',
    against: 'the disk in the facts; its source with the mounts',
    of: /^df --output=source,size,itotal \/$/,
    answers: (claim) => {
      const source = 'host' in claim.view ? '/dev/vda' : 'overlay';
      return claim.moments.flatMap(({ slab }) =>
        slab
          ? [
              {
                lines: [
                  /^Filesystem +1K-blocks +Inodes$/,
                  new RegExp(`^${source} +${slab.disk.size} +${slab.disk.inodes}$`),
                ],
              },
            ]
          : [],
      );
    },
  },
  {
    kind: 'the inode of a file',
    against: 'the file in the facts',
    of: /^stat -L -c %i \/usr\/bin\/python3$/,
    answers: () => [{ lines: [/^\d+$/] }],
  },
  {
    kind: 'the name of the system',
    against: 'the distribution in the header, or the image’s own tag',
    of: /^grep PRETTY \/etc\/os-release$/,
    answers(claim) {
      if ('host' in claim.view) return [{ lines: [`PRETTY_NAME="${claim.told.provenance.distribution}"`] }];
      const image = 'container' in claim.view ? container(claim, claim.view.container)?.image : undefined;
      const version = /:(\d+)$/.exec(image ?? '')?.[1] ?? '';
      const names: Record<string, string> = { 12: 'bookworm', 13: 'trixie' };
      return names[version] === undefined
        ? undefined
        : [{ lines: [`PRETTY_NAME="Debian GNU/Linux ${version} (${names[version]})"`] }];
    },
  },
  {
    kind: 'a file left by a container’s root',
    against: 'that it prints nothing',
    of: /^(?:docker exec (?:-u 0 )?\S+ install -m 4755 .+|chroot \/host docker run --rm .+ touch .+)$/,
    answers: () => [silent],
  },
  {
    kind: 'user ids, as numbers',
    against: 'the process and the map of its user namespace in the facts',
    of: /^id -u$/,
    answers(claim) {
      const facts = after(claim);
      const uid = facts && uidInside(claim.view, facts);
      return uid === undefined ? undefined : [{ lines: [String(uid)] }];
    },
  },
  {
    kind: 'id, also of a program that runs as its owner',
    against:
      'who asks, as typed; the owner of the file, in the facts’ map; whether its mount or the process forbids that',
    of: /^(?:(runuser -u nobody |docker run --rm -u (\d+) --security-opt no-new-privileges .+ )?(\/(?:srv|data)\/(?:\S+\/)?id|id))$/,
    answers: (claim, [, by = '', number, path = '']) => idAnswers(claim, by, number, path),
  },
  {
    kind: 'maps of user ids',
    against: 'the map of that user namespace in the facts',
    of: /^(?:docker run --rm (?:--userns=host )?\S+ )?cat \/proc\/(?:self|\$\(.+\))\/uid_map$/,
    answers: () => [{ lines: [/^ +\d+ +\d+ +\d+$/, { each: /^ +\d+ +\d+ +\d+$/ }] }],
  },
];
