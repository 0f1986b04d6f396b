import type { Container, HostFacts } from '../../../host/facts.ts';
import { maskedIn } from '../../../host/fence.ts';
import { hostNamespaceMounts, overlayOf, type SeenMount, seenMounts } from '../../../host/mounts.ts';
import { namespaceOf } from '../../../host/views.ts';
import type { Canvas, Told, ToldSign } from '../../building/geometry.ts';
import * as common from '../../building/words.ts';
import * as wording from './words.ts';

/** A file that was seen: in the room, on the host, or at both ends of what joins them. */
export interface SeenFile {
  name: string;
  inside: ToldSign | undefined;
  outside: ToldSign | undefined;
  /** Lines of a row, of which the second holds what is said of it. */
  lines: number;
  line: number;
}

/** A part of what a room sees, with the host's directory that it is, in lines from the top. */
export interface Block {
  key: string;
  kind: 'upper' | 'image' | 'made' | 'injected' | 'bind' | 'devices' | 'rest';
  /** How it is called in the room; for the rest, how many there are. */
  text: string;
  soft?: string;
  /** Its path on the host. */
  from?: string;
  /** An option of the host's own mount of it that matters. */
  option?: string;
  line: number;
  lines: number;
  files: SeenFile[];
}

const maxBinds = 3;

/** How many lines a room's files need where no output tells what to leave out. */
export function linesOf(container: Container, facts: HostFacts): number {
  const blocks = blocksOf(container, facts, { height: 0, rooms: [], hostChips: 0 }, {}, Number.POSITIVE_INFINITY);
  const last = blocks.at(-1);
  return last ? last.line + last.lines : 0;
}

/** What a room sees, from its root on; with few lines, only what the scene is about. */
export function blocksOf(container: Container, facts: HostFacts, canvas: Canvas, told: Told, most: number): Block[] {
  const all = canvas.signs ?? [];
  const mounts = seenMounts(container, facts);
  const few = most < 10;
  const every = mounts.filter(({ kind }) => kind === 'bind');
  const binds = every.slice(0, maxBinds);
  // A crop shows a hole in the wall, where there is one, and not the layers.
  const holes =
    binds.length > 0 || all.some(({ within }) => within?.startsWith('/')) || all.some(({ sign }) => sign === 'devices');
  const view: View = {
    container,
    facts,
    mounts,
    all,
    signs: told.signs ?? [],
    few,
    bare: binds.length === 0 && !holes,
  };
  const rest = few ? 0 : every.length - binds.length;
  return stacked(
    [
      ...(few && holes ? [] : layers(view)),
      ...made(view),
      ...devices(view),
      ...binds.map((mount, index) => bound(mount, index, view)),
      ...injected(view),
      ...(rest > 0 ? [{ block: { key: 'rest', kind: 'rest' as const, text: common.more(rest) } }] : []),
    ],
    canvas,
    told,
    most,
  );
}

/** What the parts of a room are told from. */
interface View {
  container: Container;
  facts: HostFacts;
  mounts: SeenMount[];
  /** What the scene tells in any step, and what was told up to this one. */
  all: NonNullable<Canvas['signs']>;
  signs: ToldSign[];
  /** Whether there are few lines. */
  few: boolean;
  /** Whether there is neither a bind mount nor anything else to look through. */
  bare: boolean;
}

/** A part of a room before it has its place; how many lines it takes without its files, and how far below the one before. */
interface Wanted {
  block: Omit<Block, 'line' | 'lines' | 'files'>;
  lines?: number;
  gap?: number;
}

/** The parts one below the other, each with the files that were seen in it; of few lines none is exceeded. */
function stacked(wanted: Wanted[], canvas: Canvas, told: Told, most: number): Block[] {
  const few = most < 10;
  const blocks: Block[] = [];
  let line = 0;
  for (const { block, lines = 1, gap = 0 } of wanted) {
    line += gap;
    const room = few ? most - line - lines : Number.POSITIVE_INFINITY;
    if (few && room < 0) continue;
    const files = filesOf(block.key, canvas, told, few, few ? room : 99).map((file) => {
      const at = lines + file.line;
      return { ...file, line: at };
    });
    const height = lines + files.reduce((sum, file) => sum + file.lines, 0);
    blocks.push({ ...block, line, lines: height, files });
    line += height;
  }
  return blocks;
}

/** The layer for writes, by its path once that is known, and the image below it. */
function layers({ container, facts, all, signs }: View): Wanted[] {
  const upper = overlayOf(container, facts)?.upper;
  const read = all.some(({ sign, within }) => sign === 'reads' && within === 'upper');
  const known = !read || signs.some(({ sign, within }) => sign === 'reads' && within === 'upper');
  return [
    ...(upper === undefined
      ? []
      : [
          {
            block: {
              key: 'upper',
              kind: 'upper' as const,
              text: wording.upper,
              ...(known ? { from: upper } : {}),
            },
          },
        ]),
    { block: { key: 'image', kind: 'image', text: container.image || rootPath(container, facts) } },
  ];
}

/** The mounts that are made anew for a container, where nothing else is told or they are about it. */
function made({ container, facts, mounts, all, few, bare }: View): Wanted[] {
  if (few || !(all.length === 0 || devicesOf(all, container) || bare)) return [];
  const of = (kind: SeenMount['kind']) => mounts.filter((mount) => mount.kind === kind);
  const targets = [...of('kernel'), ...of('fresh')].map(({ target }) => target);
  if (targets.length === 0) return [];
  const masked = maskedIn(container, facts);
  const soft = wording.masked(masked);
  return [{ block: { key: 'made', kind: 'made', text: targets.join(' '), soft }, lines: 2, gap: 0.4 }];
}

function devicesOf<Sign extends { sign: string; of?: string }>(signs: Sign[], { name }: Container): Sign | undefined {
  return signs.find(({ sign, of }) => sign === 'devices' && of === name);
}

/** The directory of devices, where the scene looks into it; with few lines once it has. */
function devices({ container, all, signs, few }: View): Wanted[] {
  const saw = devicesOf(signs, container);
  if (!devicesOf(all, container) || (few && !saw)) return [];
  const text = saw ? `/dev: ${saw.says}${few ? '' : ' entries'}` : '/dev';
  const block = { key: 'devices', kind: 'devices', text, ...(saw?.at ? { soft: saw.at, from: saw.at } : {}) } as const;
  return [{ block, lines: 2, gap: few ? 0 : 0.4 }];
}

/** A directory of the host's. */
function bound(mount: SeenMount, index: number, { facts, few }: View): Wanted {
  const { target, from } = mount;
  return {
    block: { key: target, kind: 'bind', text: target, ...(from ? { from } : {}), ...optionOf(mount, facts) },
    gap: few ? 0 : index > 0 ? 0.3 : 0.5,
  };
}

/** The files that Docker lays over an image's, in its own directory on the host. */
function injected({ mounts, all, signs, few, bare }: View): Wanted[] {
  const plain = all.length === 0 || bare;
  const shows = plain ? !few : all.some(({ sign }) => sign === 'injected');
  const known = plain || signs.some(({ sign }) => sign === 'injected');
  const [first, ...others] = mounts.filter(({ kind }) => kind === 'injected');
  if (!shows || !known || !first) return [];
  const folder = first.from?.slice(0, first.from.lastIndexOf('/'));
  const soft = others.map(({ target }) => target.replace(/^\/etc\//, '')).join(', ');
  return [
    {
      block: { key: 'injected', kind: 'injected', text: first.target, soft, ...(folder ? { from: folder } : {}) },
      lines: 2,
      gap: few ? 0.3 : 0.5,
    },
  ];
}

/** The files that were seen within a mount: each in a place of its own, whichever take tells of it; with few lines, only the last. */
function filesOf(
  key: string,
  { signs: all = [] }: Canvas,
  { signs = [] }: Told,
  few: boolean,
  room: number,
): SeenFile[] {
  const within = (sign: { sign: string; within?: string }) =>
    (sign.sign === 'file' || sign.sign === 'reads') && sign.within === key;
  const names = [...new Set(all.filter((sign) => within(sign) && sign.at !== 'upperdir').map(nameOf))];
  const files = names.map((name): SeenFile => {
    const own = signs.filter((sign) => within(sign) && nameOf(sign) === name && (!sign.fails || sign.fresh));
    const says = all.some(
      (sign) => within(sign) && nameOf(sign) === name && sign.says !== undefined && sign.at !== undefined,
    );
    return {
      name,
      inside: own.findLast(({ of }) => of !== undefined),
      outside: own.findLast(({ of }) => of === undefined),
      lines: few || !says ? 1 : 1.8,
      line: 0,
    };
  });
  const seen = files.filter(({ inside, outside }) => inside || outside);
  // The last that were told of are the last to be left out.
  const order = (file: SeenFile) => signs.findLastIndex((sign) => sign === file.inside || sign === file.outside);
  const chosen = few
    ? [...seen].sort((a, b) => order(a) - order(b)).slice(-Math.max(0, Math.floor(room)) || seen.length)
    : files;
  const drawn = few && room < 1 ? [] : chosen;
  let line = 0;
  return drawn.map((file) => {
    const at = line;
    line += file.lines;
    return { ...file, line: at };
  });
}

/** The last part of a file's path: by it the two ends of a hole name one file. */
function nameOf({ at, says }: { at?: string; says?: string }): string {
  const path = at ?? says ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What the host's own mount of a directory forbids. mount(8) */
function optionOf({ from }: SeenMount, facts: HostFacts): { option?: string } {
  const own = hostNamespaceMounts(facts).findLast(({ target }) => target === from);
  return own && from !== '/' && own.options.split(',').includes('nosuid') && own.type !== 'tmpfs'
    ? { option: 'nosuid' }
    : {};
}

/** Where in its file system a root is that came from no image. proc_pid_mountinfo(5) */
export function rootPath(container: Container, facts: HostFacts): string {
  const mounts = namespaceOf(container, 'mnt', facts)?.mounts;
  return mounts?.findLast(({ target }) => target === '/')?.root ?? '/';
}
