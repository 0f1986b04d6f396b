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
  const { signs = [] } = told;
  const few = most < 10;
  const mounts = seenMounts(container, facts);
  const of = (kind: SeenMount['kind']) => mounts.filter((mount) => mount.kind === kind);
  const binds = of('bind').slice(0, maxBinds);
  const blocks: Block[] = [];
  let line = 0;
  const add = (block: Omit<Block, 'line' | 'lines' | 'files'>, lines = 1, gap = 0) => {
    line += gap;
    const room = few ? most - line - lines : Number.POSITIVE_INFINITY;
    if (few && room < 0) return;
    const files = filesOf(block.key, canvas, told, few, few ? room : 99).map((file) => {
      const at = lines + file.line;
      return { ...file, line: at };
    });
    const height = lines + files.reduce((sum, file) => sum + file.lines, 0);
    blocks.push({ ...block, line, lines: height, files });
    line += height;
  };

  // A crop shows a hole in the wall, where there is one, and not the layers.
  const holes =
    binds.length > 0 || all.some(({ within }) => within?.startsWith('/')) || all.some(({ sign }) => sign === 'devices');
  if (!few || !holes) {
    const upper = overlayOf(container, facts)?.upper;
    const read = all.some(({ sign, within }) => sign === 'reads' && within === 'upper');
    const known = !read || signs.some(({ sign, within }) => sign === 'reads' && within === 'upper');
    if (upper !== undefined)
      add({ key: 'upper', kind: 'upper', text: wording.upper, ...(known ? { from: upper } : {}) });
    add({ key: 'image', kind: 'image', text: container.image || rootPath(container, facts) });
  }
  const devices = all.find(({ sign, of }) => sign === 'devices' && of === container.name);
  const bare = binds.length === 0 && !holes;
  if (!few && (all.length === 0 || devices || bare)) {
    const made = [...of('kernel'), ...of('fresh')].map(({ target }) => target);
    if (made.length > 0) {
      const masked = maskedIn(container, facts);
      add(
        {
          key: 'made',
          kind: 'made',
          text: made.join(' '),
          soft: wording.masked(masked),
        },
        2,
        0.4,
      );
    }
  }
  if (devices) {
    const saw = signs.find(({ sign, of }) => sign === 'devices' && of === container.name);
    const text = saw ? `/dev: ${saw.says}${few ? '' : ' entries'}` : '/dev';
    if (!few || saw)
      add(
        { key: 'devices', kind: 'devices', text, ...(saw?.at ? { soft: saw.at, from: saw.at } : {}) },
        saw || !few ? 2 : 1,
        few ? 0 : 0.4,
      );
  }
  const injected = of('injected');
  const later = all.some(({ sign }) => sign === 'injected');
  const showsInjected = all.length === 0 || bare ? !few : later;
  const injectedTold = all.length === 0 || bare || signs.some(({ sign }) => sign === 'injected');
  binds.forEach((mount, index) => {
    add(
      {
        key: mount.target,
        kind: 'bind',
        text: mount.target,
        ...(mount.from ? { from: mount.from } : {}),
        ...optionOf(mount, facts),
      },
      1,
      few ? 0 : index > 0 ? 0.3 : 0.5,
    );
  });
  if (showsInjected && injectedTold && injected.length > 0) {
    const [first] = injected;
    const folder = first?.from?.slice(0, first.from.lastIndexOf('/'));
    const names = injected
      .slice(1)
      .map(({ target }) => target.replace(/^\/etc\//, ''))
      .join(', ');
    add(
      {
        key: 'injected',
        kind: 'injected',
        text: first?.target ?? '',
        soft: names,
        ...(folder ? { from: folder } : {}),
      },
      2,
      few ? 0.3 : 0.5,
    );
  }
  const rest = of('bind').length - binds.length;
  if (rest > 0 && !few) add({ key: 'rest', kind: 'rest', text: common.more(rest) });
  return blocks;
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
