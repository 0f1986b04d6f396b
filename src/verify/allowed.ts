/** Commands that the script may run on a reader's machine. Whatever is not here is not run. */
export interface Form {
  /** The whole command. */
  form: RegExp;
  /** Why it harms nothing. */
  why: string;
  /** `output`: all that it prints must be ours, once names and numbers have been put in. `marks`: what the page points at must be in it. */
  compare: 'output' | 'marks';
}

const reads = 'reads, and changes nothing';
const ownRoom = 'acts in a container that the script made and removes';

/** Typed into a container of the script's own. */
export const insideForms: Form[] = [
  { form: /^(hostname|uname -r)$/, why: reads, compare: 'output' },
  { form: /^cat \/proc\/self\/cgroup$/, why: reads, compare: 'output' },
  {
    form: /^cat \/sys\/fs\/cgroup\/(\{?\w+(,\w+)*\}?\.)+(\{?(swap\.)?(max|weight)(,(swap\.)?(max|weight))*\}?)$/,
    why: reads,
    compare: 'output',
  },
  { form: /^readlink \/proc\/self\/ns\/[\w*]+$/, why: reads, compare: 'output' },
  { form: /^grep -?\w* ?'?[\w|^:]+'? \/proc\/self\/status$/, why: reads, compare: 'output' },
  { form: /^cat \/proc\/self\/[ug]id_map$/, why: reads, compare: 'output' },
  { form: /^grep PRETTY \/etc\/os-release$/, why: reads, compare: 'output' },
  { form: /^capsh --decode=[0-9a-f]+$/, why: reads, compare: 'output' },
  { form: /^ps( aux| -C \w+ -o [\w,]+| -eo [\w,]+)$/, why: reads, compare: 'marks' },
  { form: /^(ip -br (addr|link)|ip (addr|route))$/, why: reads, compare: 'marks' },
  { form: /^(grep overlay \/proc\/mounts|ls -l \/note)$/, why: reads, compare: 'marks' },
  { form: /^(ls \/dev\/shm; )?df -h \/dev\/shm$/, why: reads, compare: 'output' },
  { form: /^ipcs -m?s?$/, why: reads, compare: 'output' },
  { form: /^ping -c \d( -W \d)? [\w.]+$/, why: 'sends packets to a container of the script’s own', compare: 'marks' },
  { form: /^ipcmk -M \d+$/, why: ownRoom, compare: 'marks' },
  { form: /^echo \w+ > \/(note; ls -l \/note|dev\/shm\/note; ls \/dev\/shm)$/, why: ownRoom, compare: 'marks' },
  { form: /^kill -(TERM|KILL) 1; ps -o pid,args -p 1$/, why: ownRoom, compare: 'output' },
  { form: /^\(sleep 300 &\); ps -eo [\w,]+$/, why: ownRoom, compare: 'marks' },
  { form: /^pkill -f 'sleep 300'; sleep 1; ps -eo [\w,]+$/, why: ownRoom, compare: 'marks' },
  {
    form: /^hostname isolated$/,
    why: 'is refused; where it is not, it renames a container of the script’s own',
    compare: 'output',
  },
];

/** Typed on the host. */
export const hostForms: Form[] = [
  { form: /^(hostname|uname -r)$/, why: reads, compare: 'output' },
  { form: /^readlink \/proc\/self\/ns\/[\w*]+$/, why: reads, compare: 'output' },
  { form: /^ps (aux \| grep '\[s\]leep \d+'|-C sleep -o [\w,]+)$/, why: reads, compare: 'marks' },
  { form: /^grep \w+ \/proc\/\$\(pgrep -xo? sleep\)\/status$/, why: reads, compare: 'output' },
  { form: /^cat \/proc\/\$\(pgrep -xo? sleep\)\/cgroup$/, why: reads, compare: 'output' },
  { form: /^docker inspect -f '[^']+' \w+$/, why: reads, compare: 'output' },
  { form: /^docker top \w+ -o [\w,]+$/, why: reads, compare: 'marks' },
];

/** Left out, and the scene goes on without them. */
export const leftOut: { form: RegExp; why: string }[] = [
  { form: /^lsns\b/, why: 'sees other users’ processes as root only' },
  { form: /^ls -A \$\(docker inspect/, why: 'Docker’s directories are open to root only' },
  { form: /^ip -br link$/, why: 'would print the interfaces of your machine' },
  { form: /^(free -m|nproc)$/, why: 'prints how large your machine is, which says nothing of ours' },
  { form: /^(mount|unshare|dmesg|mknod|keyctl|sysctl|date -s)\b/, why: 'is refused here, but perhaps not everywhere' },
];

/** Options of `docker run` that open nothing: each narrows or names the new container. */
const narrowing = [
  /^-d$/,
  /^--(name|hostname|user|memory|memory-swap|cpus|cpu-shares|pids-limit|cap-drop)[= ][\w.-]+$/,
  /^-[mu] \w+$/,
  /^--(init|rm|read-only)$/,
  /^--ipc=(private|shareable|container:\w+)$/,
  /^--network=none$/,
  /^--security-opt no-new-privileges$/,
];

export interface Run {
  /** Undefined: a container that ends with its command. */
  name?: string;
  options: string[];
  command: string;
}

/** A `docker run` of the lab's image taken apart; or, as text, the word in it that is not on the list. */
export function runIn(line: string): Run | string | undefined {
  const words = /^docker run (.*?) ?isolate-lab:(\S+) (.+)$/.exec(line);
  if (!words) return line.startsWith('docker run') ? 'another image' : undefined;
  const [, before = '', version, command = ''] = words;
  if (version !== '13') return `isolate-lab:${version}`;
  const options = before.split(/ (?=-)/).filter((word) => word !== '');
  const strange = options.find((option) => !narrowing.some((form) => form.test(option)));
  if (strange) return strange;
  const name = options.map((option) => /^--name[= ](\w+)$/.exec(option)?.[1]).find(Boolean);
  const rest = options.filter((option) => !option.startsWith('--name'));
  if (name === undefined)
    return rest.includes('-d') || !insideForms.some(({ form }) => form.test(command))
      ? command
      : { options: rest, command };
  return rest.includes('-d') && /^sleep \d+$/.test(command)
    ? { name, options: rest.filter((option) => option !== '-d'), command }
    : command;
}
