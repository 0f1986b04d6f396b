import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wakeIslands } from './islands.ts';

/** A module as an address: what the page names in its attributes. */
const moduleOf = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
const alive = moduleOf('export const wake = (island, data, lost) => globalThis.woken.push({ island, data, lost });');
const scene = (name: string) => moduleOf(`export default { id: '${name}' };`);
const failing = moduleOf(
  'globalThis.tries = (globalThis.tries ?? 0) + 1; if (globalThis.tries < 2) throw new Error("lost"); export default { id: "late" };',
);

interface Woken {
  island: unknown;
  data: { id: string };
  lost: (error: unknown) => void;
}

/** An element as far as islands ask for anything: listeners that are told of an event once, and what was put in. */
class Fake extends EventTarget {
  dataset: Record<string, string> = {};
  children: Fake[] = [];
  textContent = '';
  parentElement: Fake | undefined;
  constructor(readonly name = 'div') {
    super();
  }
  append(...more: (Fake | string)[]): void {
    for (const one of more)
      if (typeof one === 'string') this.textContent += one;
      else {
        one.parentElement = this;
        this.children.push(one);
      }
  }
  remove(): void {
    if (this.parentElement) this.parentElement.children = this.parentElement.children.filter((one) => one !== this);
  }
  /** The note of an island, or its button. */
  querySelector(selector: string): Fake | null {
    const note = this.children.find(({ name }) => name === 'p');
    return (selector.endsWith('button') ? note?.children[0] : note) ?? null;
  }
}

let woken: Woken[];
let fetched: string[];
let seen: ((entries: { isIntersecting: boolean; target: Fake }[]) => Promise<void>)[];
let unseen: Fake[];

/** A page with an island for each module, and its islands. */
function page(modules: string[], saves = false): Fake[] {
  const islands = modules.map((module) => {
    const island = new Fake();
    island.dataset.module = module;
    return island;
  });
  const document = {
    readyState: 'complete',
    body: { dataset: { wake: alive, terminal: 'terminal.js' } },
    head: { append: ({ href }: { href: string }) => fetched.push(href) },
    querySelectorAll: () => islands,
    createElement: (name: string) => new Fake(name),
  };
  vi.stubGlobal('document', document);
  vi.stubGlobal('navigator', { connection: { saveData: saves } });
  vi.stubGlobal('window', { requestIdleCallback: true });
  vi.stubGlobal('requestIdleCallback', (act: () => void) => act());
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (typeof seen)[number]) {
        seen.push(tell);
      }
      observe(): void {}
      unobserve(island: Fake): void {
        unseen.push(island);
      }
    },
  );
  wakeIslands(document as unknown as Document);
  return islands;
}

const ids = () => woken.map(({ data }) => data.id);

beforeEach(() => {
  [woken, fetched, seen, unseen] = [[], [], [], []];
  vi.stubGlobal('woken', woken);
  vi.stubGlobal('tries', 0);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('an island wakes when it is touched, once, with its own scene', async () => {
  const [first, second] = page([scene('one'), scene('two')], true);
  second?.dispatchEvent(new Event('pointerover'));
  await vi.waitFor(() => expect(ids()).toEqual(['two']));
  second?.dispatchEvent(new Event('keydown'));
  first?.dispatchEvent(new Event('focusin'));
  await vi.waitFor(() => expect(ids()).toEqual(['two', 'one']));
  expect(woken.map(({ island }) => island)).toEqual([second, first]);
});

test('where bytes are to be saved no island wakes by being near, and nothing is fetched', () => {
  page([scene('one')], true);
  expect(seen).toEqual([]);
  expect(fetched).toEqual([]);
});

test('an island that comes near wakes, the others do not, and then what they will ask for is fetched', async () => {
  const [near, far] = page([scene('one'), scene('two')]);
  if (!near || !far) throw new Error('no islands');
  await seen[0]?.([
    { isIntersecting: true, target: near },
    { isIntersecting: false, target: far },
  ]);
  expect(ids()).toEqual(['one']);
  expect(unseen).toEqual([near]);
  expect(fetched).toEqual([alive, 'terminal.js', alive, scene('one'), scene('two')]);
});

test('an island whose code does not come says so, and its button tries again under another address', async () => {
  const [island] = page([failing], true);
  island?.dispatchEvent(new Event('pointerover'));
  await vi.waitFor(() => expect(island?.children).toHaveLength(1));
  expect(island?.children[0]?.textContent).toMatch(/did not load/);
  expect(woken).toEqual([]);
  island?.children[0]?.children[0]?.dispatchEvent(new Event('click'));
  await vi.waitFor(() => expect(ids()).toEqual(['late']));
  expect(island?.children).toEqual([]);
});

test('an island that is lost while it lives offers to wake once more', async () => {
  const [island] = page([scene('one')], true);
  island?.dispatchEvent(new Event('wake'));
  await vi.waitFor(() => expect(woken).toHaveLength(1));
  woken[0]?.lost(new Error('lost'));
  expect(island?.children[0]?.children[0]?.textContent).toBe('Try again');
  island?.children[0]?.children[0]?.dispatchEvent(new Event('click'));
  await vi.waitFor(() => expect(woken).toHaveLength(2));
});
