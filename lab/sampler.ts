import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseSamples } from '../src/host/parse-samples.ts';
import type { Sample } from '../src/recording/recording.ts';
import type { StepScript } from '../src/recording/script.ts';
import { LabError, paths } from './cache.ts';
import type { Guest } from './guest.ts';

type Asked = NonNullable<StepScript['sample']>;

/** How long the guest may take to begin, and to end. */
const limitMs = 60_000;

/** Reads the containers' cgroups again and again while a step runs, in one loop inside the guest. */
export class Sampler {
  readonly #child: ChildProcess;
  readonly #clock: () => number;
  readonly #ended: Promise<void>;
  #text = '';
  /** The take's clock when the guest's first line came. */
  #began: number | undefined;

  private constructor(child: ChildProcess, clock: () => number, heard: () => void) {
    this.#child = child;
    this.#clock = clock;
    child.stdin?.on('error', () => {});
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      this.#text += chunk;
      if (this.#began !== undefined) return;
      this.#began = this.#clock();
      heard();
    });
    this.#ended = new Promise((resolve) => child.on('close', () => resolve()));
  }

  /** Resolves once the first sample has come; throws a LabError when none does. */
  static async start(guest: Guest, { of, everyMs }: Asked, clock: () => number): Promise<Sampler> {
    const script = readFileSync(`${paths.lab}/sample.sh`, 'utf8');
    const child = guest.stream(script, String(everyMs / 1000), of);
    let sampler: Sampler | undefined;
    const begun = new Promise<boolean>((resolve) => {
      sampler = new Sampler(child, clock, () => resolve(true));
      child.on('close', () => resolve(false));
      setTimeout(() => resolve(false), limitMs).unref();
    });
    if ((await begun) && sampler) return sampler;
    child.kill('SIGKILL');
    throw new LabError('The sampler in the guest printed nothing.');
  }

  /** Ends the loop, and waits for its last line. */
  async stop(): Promise<void> {
    this.#child.stdin?.end('\n');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), limitMs);
    await this.#ended;
    clearTimeout(timer);
  }

  /** What was read, by the take's clock: the guest's own, moved to where its first line came. */
  samples(): Sample[] {
    const timed = parseSamples(this.#text);
    const first = timed[0]?.at ?? 0;
    const began = this.#began ?? 0;
    return timed.map(({ at, cgroups }) => ({ t: Math.round((began + at - first) * 1000) / 1000, cgroups }));
  }
}
