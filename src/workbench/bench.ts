import { collector, parts } from 'virtual:workbench';
import wasmUrl from 'v86/build/v86.wasm?url';
import stateUrl from '../../workbench/state.zst?url';
import type { HostFacts } from '../host/facts.ts';
import type { Word } from '../lesson/lesson.ts';
import * as said from '../words/index.ts';
import { download } from './download.ts';
import { createFeed, type Feed } from './feed.ts';
import type { FromGuest, Line, ToGuest } from './guest.ts';
import { createWait, type Trouble } from './patience.ts';
import { prelude } from './prelude.ts';
import { nextStatus, type Status, type StatusEvent } from './status.ts';
import { openThread } from './thread.ts';

/** What the bench shows at one moment. */
export interface Moment {
  status: Status;
  /** What the guest's kernel says now; undefined until it was asked for the first time. */
  facts: HostFacts | undefined;
  /** What these facts were asked for besides. */
  words: Word[];
  /** Goes up with every return to the start. */
  life: number;
  /** Why the facts are old, while they are. */
  trouble: Trouble | undefined;
}

export interface Bench {
  get(): Moment;
  subscribe(listener: () => void): () => void;
  start(): void;
  /** Ends the download or the machine. */
  stop(): void;
  /** What the next questions ask for besides. */
  ask(words: Word[]): void;
  /** Back to the saved state. */
  reset(): void;
  /** How many rows each shell has on the page. */
  fit(rows: number): void;
  type(line: Line, text: string): void;
  /** Hands on what a line says, from now on. */
  hear(line: Line, listener: (bytes: Uint8Array) => void): () => void;
}

const files = {
  wasm: { url: wasmUrl, ...parts.wasm },
  state: { url: stateUrl, ...parts.state },
};
const total = files.wasm.bytes + files.state.bytes;

/** Shells may be silent while something changes: a limit is reached, a process ends. */
const heartbeatMs = 1500;
/** Where the machine is slow, each answer costs the shells time: then it is asked so many times more seldom than it takes to answer. */
const restsFor = 2;
/** After something was said, so that a command's own output comes first. */
const settleMs = 150;
/** Busybox's shell clears its screen and shows its prompt again. */
export const showPrompt = '\u000c';

/** The machine behind the page: fetched and started when asked, one at a time. */
export function createBench(): Bench {
  let moment: Moment = { status: { name: 'off' }, facts: undefined, words: [], life: 0, trouble: undefined };
  let worker: Worker | undefined;
  let feed: Feed | undefined;
  let ending = new AbortController();
  let startedAt = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setTimeout> | undefined;
  let words: Word[] = [];
  let askedAt = 0;
  let rows = 15;
  let wait = createWait();
  let clock: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const ears = new Map<Line, Set<(bytes: Uint8Array) => void>>();

  const change = (next: Partial<Moment>) => {
    moment = { ...moment, ...next };
    for (const listener of listeners) listener();
  };
  const on = (event: StatusEvent) => change({ status: nextStatus(moment.status, event) });
  const tell = (message: ToGuest, transfer: Transferable[] = []) => worker?.postMessage(message, transfer);
  const type = (line: Line, text: string) => tell({ type: 'type', line, bytes: new TextEncoder().encode(text) });

  const end = () => {
    ending.abort();
    clearTimeout(settling);
    clearTimeout(heartbeat);
    clearInterval(clock);
    worker?.terminate();
    worker = undefined;
    feed = undefined;
  };
  const fail = (sentence: string) => {
    end();
    on({ type: 'fail', sentence });
  };

  const begin = () => {
    change({ facts: undefined, life: moment.life + 1, trouble: undefined });
    wait = createWait();
    clearInterval(clock);
    clock = setInterval(() => {
      const seconds = wait.second();
      // Told once, not again with every second that goes by.
      const told = moment.trouble && moment.trouble.name !== 'nonsense';
      if (seconds !== undefined && !told) change({ trouble: { name: 'silent', seconds } });
    }, 1000);
    const send = (text: string) => {
      askedAt = performance.now();
      wait.asked();
      type(1, text);
    };
    feed = createFeed(prelude + collector, send, {
      words: () => words,
      rows: () => rows,
      onAnswer() {
        wait.answered();
        beat(Math.max(heartbeatMs, restsFor * (performance.now() - askedAt)));
      },
      onFacts: (facts, asked) => change({ facts, words: asked, trouble: undefined }),
      onNonsense: () => change({ trouble: { name: 'nonsense' } }),
    });
    // The guest's clock stood still since its state was saved.
    type(1, `date ${Math.floor(Date.now() / 1000)}\n`);
    // Later on, each shell asks for its own prompt once its screen is empty.
    if (moment.status.name === 'restoring') type(0, showPrompt);
    // The shells come first: an answer keeps the whole machine busy.
    beat(heartbeatMs);
  };
  const beat = (afterMs: number) => {
    clearTimeout(heartbeat);
    heartbeat = setTimeout(() => {
      if (document.visibilityState === 'visible') feed?.stir();
      else beat(heartbeatMs);
    }, afterMs);
  };

  const heard = (line: Line, bytes: Uint8Array) => {
    for (const listener of ears.get(line) ?? []) listener(bytes);
    if (line === 1) return feed?.said(new TextDecoder('latin1').decode(bytes));
    if (moment.status.name === 'restoring') on({ type: 'prompt', afterMs: Math.round(performance.now() - startedAt) });
    clearTimeout(settling);
    settling = setTimeout(() => feed?.stir(), settleMs);
  };

  const open = () => {
    worker = openThread();
    worker.addEventListener('error', () => fail(said.workbench.noProgram));
    worker.addEventListener('message', ({ data }: MessageEvent<FromGuest>) => {
      if (data.type === 'said') heard(data.line, data.bytes);
      else if (data.type === 'restored') begin();
      else if (data.type === 'halted') change({ trouble: { name: 'halted' } });
      else fail(said.workbench.stopped(data.reason));
    });
  };

  const start = async () => {
    ending = new AbortController();
    const { signal } = ending;
    on({ type: 'start', total });
    try {
      const loaded = { wasm: 0, state: 0 };
      const get = (name: keyof typeof files) =>
        download(files[name], signal, (bytes) => {
          loaded[name] = bytes;
          on({ type: 'loaded', bytes: loaded.wasm + loaded.state });
        });
      // The processor is much smaller than the state, and is made while that is on its way.
      const made = get('wasm').then((wasm) => {
        if (signal.aborted) return;
        open();
        tell({ type: 'make', wasm }, [wasm]);
      });
      const [state] = await Promise.all([get('state'), made]);
      if (signal.aborted) return;
      on({ type: 'fetched' });
      startedAt = performance.now();
      tell({ type: 'start', state }, [state]);
    } catch (error) {
      if (!signal.aborted) fail(error instanceof Error ? error.message : String(error));
    }
  };

  return {
    get: () => moment,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (typeof WebAssembly !== 'object' || typeof Worker !== 'function')
        return change({ status: { name: 'failed', sentence: said.workbench.noWebAssembly } });
      start();
    },
    stop() {
      end();
      on({ type: 'cancel' });
      change({ facts: undefined, trouble: undefined });
    },
    ask(next) {
      words = next;
      feed?.stir();
    },
    reset: () => tell({ type: 'reset' }),
    fit(next) {
      if (next === rows) return;
      rows = next;
      feed?.stir();
    },
    type,
    hear(line, listener) {
      const set = ears.get(line) ?? new Set();
      ears.set(line, set.add(listener));
      return () => set.delete(listener);
    },
  };
}
