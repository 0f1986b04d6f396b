/** What `docker info` says of where the daemon runs. */
interface Said {
  system: string;
  kernel: string;
  name: string;
}

/** Where a Docker's containers run, as far as its own words tell. */
export interface Where {
  kind: Kind;
  /** For the reader, in a sentence or two. */
  sentence: string;
}

type Kind =
  | 'windows'
  | 'desktop-wsl'
  | 'desktop'
  | 'rancher'
  | 'orbstack'
  | 'colima'
  | 'lima'
  | 'wsl'
  | 'linux'
  | 'unread';

/** What a reader pasted, the three fields in a row or all of `docker info`, as the case that it tells. */
export function whereFrom(pasted: string): Where {
  const said = read(pasted);
  if (!said)
    return {
      kind: 'unread',
      sentence:
        'This does not look like the answer: expected a system, a kernel and a name with bars between them, or all that docker info prints.',
    };
  const kind = kindOf(said);
  return { kind, sentence: sentences[kind](said) };
}

/** In this order: Docker Desktop and Rancher Desktop may run on WSL's kernel, and Rancher Desktop's machine is one of Lima's. */
function kindOf({ system, kernel, name }: Said): Exclude<Kind, 'unread'> {
  const wsl = /microsoft/i.test(kernel);
  if (/windows/i.test(system)) return 'windows';
  if (/^docker desktop/i.test(system) || /docker-desktop/.test(name)) return wsl ? 'desktop-wsl' : 'desktop';
  if (/^rancher desktop/i.test(system) || /rancher-desktop/.test(name)) return 'rancher';
  if (/^orbstack/i.test(system) || /orbstack/i.test(`${kernel} ${name}`)) return 'orbstack';
  if (/^colima/.test(name)) return 'colima';
  if (/^lima/.test(name)) return 'lima';
  return wsl ? 'wsl' : 'linux';
}

const sentences: Record<Exclude<Kind, 'unread'>, (said: Said) => string> = {
  windows: ({ system }) =>
    `This daemon runs on ${system}, and its containers are Windows containers: these chapters are about Linux ones.`,
  'desktop-wsl': ({ kernel }) =>
    `Docker Desktop on Windows: your host is WSL’s machine, with the kernel ${kernel}. Windows is one machine further out.`,
  desktop: ({ kernel }) =>
    `Docker Desktop: your host is its own Linux machine, with the kernel ${kernel}. The computer in front of you is one machine further out.`,
  rancher: ({ kernel }) =>
    `Rancher Desktop: your host is its Linux machine, with the kernel ${kernel}. The computer in front of you is one machine further out.`,
  orbstack: ({ kernel }) =>
    `OrbStack: your host is its Linux machine, with the kernel ${kernel}. The Mac is one machine further out.`,
  colima: ({ name, kernel }) =>
    `Colima: your host is the machine ${name}, with the kernel ${kernel}. The computer in front of you is one machine further out.`,
  lima: ({ name, kernel }) =>
    `Lima: your host is the machine ${name}, with the kernel ${kernel}. The computer in front of you is one machine further out.`,
  wsl: ({ system, kernel }) =>
    `A daemon in a WSL 2 distribution (${system}): your host is WSL’s machine, with the kernel ${kernel}. Windows is one machine further out.`,
  linux: ({ system, kernel, name }) =>
    `Nothing here names a tool that brings a machine along: the host is ${name}, ${system}. If uname -r prints ${kernel} where you type, it is your own computer; if not, another machine, near or far away.`,
};

function read(pasted: string): Said | undefined {
  const line = (label: string) => new RegExp(`^\\s*${label}:[ \\t]*(\\S.*?)\\s*$`, 'm').exec(pasted)?.[1];
  const rows = pasted.split('\n').map((text) => text.split('|').map((field) => field.trim()));
  const labelled = [line('Operating System'), line('Kernel Version'), line('Name')];
  // Every kernel's version, that of Windows too, begins with two numbers; the command itself may have been pasted along.
  const [system, kernel, name] =
    [...rows, labelled].find((fields) => fields.length === 3 && /^\d+\.\d+/.test(fields[1] ?? '')) ?? [];
  return system && kernel && name ? { system, kernel, name } : undefined;
}
