import * as words from '../../words/index.ts';

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
  if (!said) return { kind: 'unread', sentence: words.host.unread };
  const kind = kindOf(said);
  return { kind, sentence: words.host.is[kind](said) };
}

/** In this order: Docker Desktop and Rancher Desktop may run on WSL's kernel, and Rancher Desktop's machine is one of Lima's. */
function kindOf({ system, kernel, name }: words.host.Host): Exclude<Kind, 'unread'> {
  const wsl = /microsoft/i.test(kernel);
  if (/windows/i.test(system)) return 'windows';
  if (/^docker desktop/i.test(system) || /docker-desktop/.test(name)) return wsl ? 'desktop-wsl' : 'desktop';
  if (/^rancher desktop/i.test(system) || /rancher-desktop/.test(name)) return 'rancher';
  if (/^orbstack/i.test(system) || /orbstack/i.test(`${kernel} ${name}`)) return 'orbstack';
  if (/^colima/.test(name)) return 'colima';
  if (/^lima/.test(name)) return 'lima';
  return wsl ? 'wsl' : 'linux';
}

function read(pasted: string): words.host.Host | undefined {
  const line = (label: string) => new RegExp(`^\\s*${label}:[ \\t]*(\\S.*?)\\s*$`, 'm').exec(pasted)?.[1];
  const rows = pasted.split('\n').map((text) => text.split('|').map((field) => field.trim()));
  const labelled = [line('Operating System'), line('Kernel Version'), line('Name')];
  // Every kernel's version, that of Windows too, begins with two numbers; the command itself may have been pasted along.
  const [system, kernel, name] =
    [...rows, labelled].find((fields) => fields.length === 3 && /^\d+\.\d+/.test(fields[1] ?? '')) ?? [];
  return system && kernel && name ? { system, kernel, name } : undefined;
}
