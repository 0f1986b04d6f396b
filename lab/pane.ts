import type { ChildProcess } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CastEvent } from '../src/recording/recording.ts';
import { LabError } from './cache.ts';
import { type Guest, spawnTied } from './guest.ts';

export const columns = 80;
export const rows = 20;

// Written this way round: Biome refuses control characters in patterns, with reason.
const [esc, bell] = ['\u001b', '\u0007'];
const promptEnds = new RegExp(`${esc}\\]133;B(?:;k=[0-9a-f]{16})?${bell}`, 'g');
/** A prompt of bash.bashrc begins with the status, then says that it begins: both with the number of their shell. */
const promptBegins = new RegExp(`${esc}\\]133;D;\\d+;k=([0-9a-f]{16})${bell}${esc}\\]133;A;k=\\1${bell}`, 'g');

/** One pseudo-terminal in the guest, and everything it showed. */
export class Pane {
  readonly name: string;
  readonly events: CastEvent[] = [];
  readonly #child: ChildProcess;
  readonly #clock: () => number;
  #text = '';
  #closed = false;
  #recording = true;

  constructor(name: string, guest: Guest, command: string, clock: () => number) {
    this.name = name;
    this.#clock = clock;
    // The size is set before anything is started in the terminal: it never changes while it is recorded.
    const script = `stty cols ${columns} rows ${rows}; exec ${command}`;
    this.#child = spawnTied('ssh', guest.terminalArgs(script), ['pipe', 'pipe', 'pipe'], { TERM: 'xterm-256color' });
    const decoder = new StringDecoder('utf8');
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#take(decoder.write(chunk)));
    this.#child.stdin?.on('error', () => {});
    this.#child.on('close', () => {
      this.#take(decoder.end());
      this.#closed = true;
    });
  }

  #take(text: string): void {
    if (text === '' || !this.#recording) return;
    this.#text += text;
    this.events.push([this.#clock(), 'o', text]);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Everything shown until now. */
  get text(): string {
    return this.#text;
  }

  /** How many prompts have been shown whole. */
  get prompts(): number {
    return this.#text.match(promptEnds)?.length ?? 0;
  }

  /** What each shell that has drawn a prompt here adds to its marks, in the order of their first prompts. */
  get nonces(): string[] {
    return [...new Set([...this.#text.matchAll(promptBegins)].map(([, nonce = '']) => nonce))];
  }

  /** Tells the cast that a step begins. */
  marker(step: string): void {
    this.events.push([this.#clock(), 'm', step]);
  }

  press(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  /** Presses the keys of a line one by one, at the pace of someone who knows what to type. */
  async type(line: string, random: () => number): Promise<void> {
    for (const key of line) {
      this.press(key);
      await sleep(45 + random() * 45);
    }
  }

  /** Waits until `done` holds; throws a LabError that ends in what the pane shows when it does not in time. */
  async until(done: () => boolean, limitMs: number, what: string): Promise<void> {
    const limit = Date.now() + limitMs;
    while (!done()) {
      if (Date.now() > limit)
        throw new LabError(
          `Pane "${this.name}": ${what} did not come within ${limitMs / 1000} s; the pane ends in ${JSON.stringify(this.#text.slice(-300))}.`,
        );
      await sleep(20);
    }
  }

  /** Closes the terminal; what the closing itself prints is not part of the recording. */
  async close(): Promise<void> {
    this.#recording = false;
    this.#child.kill('SIGTERM');
    for (let waited = 0; !this.#closed && waited < 3000; waited += 20) await sleep(20);
    this.#child.kill('SIGKILL');
  }
}
