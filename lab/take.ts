import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostFacts } from '../src/host/facts.ts';
import { parseFacts } from '../src/host/parse.ts';
import type { Cast, Provenance, Sample, StepFacts, TakeFacts } from '../src/recording/recording.ts';
import { inputsOf, preparationOf, type SceneScript, type StepScript, stepInTake } from '../src/recording/script.ts';
import { scriptHash } from '../src/recording/script-hash.ts';
import { LabError, paths, sha256 } from './cache.ts';
import type { Guest } from './guest.ts';
import { columns, Pane, rows } from './pane.ts';
import { Sampler } from './sampler.ts';

export type LabVersions = Omit<Provenance, 'scene' | 'take' | 'script' | 'recorded'>;

/** One take, recorded. */
export interface Take {
  casts: Record<string, Cast>;
  facts: TakeFacts;
}

/** `docker run` takes six seconds under emulation, and ten times that on a busy machine. */
const stepLimitMs = 300_000;
/** What a take prepares may be as long as another daemon's start and an image that is copied into it. */
const prepareLimitMs = 1_200_000;

/**
 * What was there before the take must not show in it, and what it leaves must not show in the next one. Docker's own settings
 * are kept as the first take of a boot finds them; a take that changed them (userns-remap) costs a restart and its user. A take
 * that added a user, with a daemon of its own (rootless) and a context that leads to it, loses all three. A mount of the cgroup
 * file system by the host's root without options takes systemd's options from all of its mounts: cgroups(7), "nsdelegate".
 */
const cleanUp = `rm -rf /root/.docker
for user in $(awk -F: '$3 >= 1000 && $3 < 60000 { print $1 }' /etc/passwd); do
  loginctl disable-linger $user; systemctl stop user@$(id -u $user).service
  userdel -r $user 2>/dev/null
done
ids=$(docker ps -aq); [ -n "$ids" ] && docker rm -f $ids >/dev/null 2>&1
systemctl -q stop vm 2>/dev/null; rm -rf /run/vm; umount /run/annex 2>/dev/null
docker network prune -f >/dev/null 2>&1; docker volume prune -af >/dev/null 2>&1
grep -q ' /sys/fs/cgroup cgroup2 .*nsdelegate' /proc/mounts || mount -o remount,nsdelegate,memory_recursiveprot,memory_hugetlb_accounting /sys/fs/cgroup
hostname dockerhost; ipcrm -a 2>/dev/null; rm -rf /dev/shm/* /tmp/* /var/tmp/*.tar
set=/etc/docker/daemon.json kept=/run/daemon.json.kept
[ -e $kept ] || cp $set $kept 2>/dev/null || : > $kept
if { [ -e $set ] || [ -s $kept ]; } && ! cmp -s $set $kept; then
  if [ -s $kept ]; then cp $kept $set; else rm -f $set; fi
  systemctl reset-failed docker.service docker.socket 2>/dev/null; systemctl restart docker
  until docker version >/dev/null 2>&1; do sleep 0.5; done
  userdel dockremap 2>/dev/null
fi
n=0; while [ -n "$(pgrep -f 'containerd-shim|docker exec')" ] && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
true`;

/** Records one take of a scene on a running host; `say` hears what is going on. */
export async function recordTake(
  guest: Guest,
  scene: SceneScript,
  take: string,
  lab: LabVersions,
  say: (text: string) => void,
): Promise<Take> {
  // A line that finds nothing to take back may fail.
  const undo = [...(scene.undo ?? []), 'true'].join('\n');
  await guest.sh(`${undo}\n${cleanUp}`, stepLimitMs);
  for (const line of preparationOf(scene, take)) await guest.sh(line, prepareLimitMs);
  const player = new Player(guest, scene, take, say);
  try {
    return await player.play(lab);
  } finally {
    await player.close();
    await guest.sh(undo, stepLimitMs);
  }
}

class Player {
  readonly #guest: Guest;
  readonly #scene: SceneScript;
  readonly #take: string;
  readonly #say: (text: string) => void;
  readonly #began = performance.now();
  readonly #recorded = new Date();
  readonly #panes = new Map<string, Pane>();
  readonly #random: () => number;
  readonly #collector: string;

  constructor(guest: Guest, scene: SceneScript, take: string, say: (text: string) => void) {
    this.#guest = guest;
    this.#scene = scene;
    this.#take = take;
    this.#say = say;
    this.#random = seeded(`${scene.id}/${take}`);
    const reads = `reads=' ${(scene.reads ?? []).join(' ')} '`;
    this.#collector = `${reads}\n${readFileSync(`${paths.lab}/collect.sh`, 'utf8')}`;
  }

  #now = (): number => Math.round(performance.now() - this.#began) / 1000;

  async play(lab: LabVersions): Promise<Take> {
    for (const [name, pane] of Object.entries(this.#scene.panes)) if (!pane.opensAfter) await this.#open(name);
    const start = await this.#facts();
    const steps: StepFacts[] = [];
    let opened = false;
    for (const plain of this.#scene.steps) {
      const step = stepInTake(plain, this.#take);
      const before = opened ? await this.#facts() : undefined;
      const samples = await this.#playStep(step);
      const after = await this.#facts();
      steps.push({ id: step.id, ...(before ? { before } : {}), after, ...(samples.length > 0 ? { samples } : {}) });
      opened = false;
      for (const [name, pane] of Object.entries(this.#scene.panes)) {
        if (pane.opensAfter !== step.id) continue;
        await this.#open(name);
        opened = true;
      }
    }
    const [id, title] = [this.#scene.id, this.#scene.title];
    const provenance: Provenance = {
      scene: id,
      take: this.#take,
      script: scriptHash(this.#scene, this.#take, sha256),
      recorded: this.#recorded.toISOString(),
      ...lab,
    };
    const casts = [...this.#panes].map(([name, pane]): [string, Cast] => {
      const header = {
        version: 2 as const,
        width: columns,
        height: rows,
        timestamp: Math.floor(this.#recorded.getTime() / 1000),
        title: `${title} (${this.#take}): ${this.#scene.panes[name]?.title ?? name}`,
        env: { TERM: 'xterm-256color', SHELL: '/bin/bash' },
        nonces: pane.nonces,
        provenance,
      };
      return [name, { header, events: pane.events }];
    });
    return { casts: Object.fromEntries(casts), facts: { provenance, start, steps } };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#panes.values()].map((pane) => pane.close()));
  }

  async #open(name: string): Promise<void> {
    const via = this.#scene.panes[name]?.via ?? 'bash';
    const pane = new Pane(name, this.#guest, via, this.#now);
    this.#panes.set(name, pane);
    await pane.until(() => pane.prompts === 1 || pane.closed, 60_000, 'the first prompt');
    if (pane.closed)
      throw new LabError(`Pane "${name}" closed at once: "${via}" printed ${JSON.stringify(pane.text)}.`);
    // `docker exec` may fit the terminal a moment after its start; a line typed before that would wrap elsewhere.
    const sizes = 'for f in $(pgrep -x bash); do stty size < /proc/$f/fd/0; done 2>/dev/null || true';
    for (let tries = 0; tries < 50; tries++) {
      const found = (await this.#guest.sh(sizes)).trim().split('\n');
      if (found.length > 0 && found.every((size) => size === `${rows} ${columns}`)) break;
      if (tries === 49) throw new LabError(`Pane "${name}": the terminal has ${found.join(', ')} rows and columns.`);
      await sleep(100);
    }
    if (pane.prompts !== 1) throw new LabError(`Pane "${name}" drew its prompt again: ${JSON.stringify(pane.text)}.`);
  }

  /** Types the inputs of a step and waits for its end; gives what was sampled meanwhile. */
  async #playStep(step: StepScript): Promise<Sample[]> {
    this.#say(step.id);
    const inputs = inputsOf(step).map(({ pane, type }) => {
      const open = this.#panes.get(pane);
      if (!open || open.closed) throw new LabError(`Step "${step.id}": pane "${pane}" is not open.`);
      return { pane: open, type, prompts: open.prompts };
    });
    for (const pane of this.#panes.values()) if (!pane.closed) pane.marker(step.id);
    await sleep(250);
    for (const { pane, type } of inputs) {
      await pane.type(type, this.#random);
      await sleep(150);
    }
    const sampler = step.sample ? await Sampler.start(this.#guest, step.sample, this.#now) : undefined;
    try {
      for (const { pane } of inputs) {
        pane.press('\r');
        if (inputs.length > 1) await sleep(60);
      }
      await this.#end(step, inputs);
      // What other panes print because of this step belongs to it.
      await sleep(400);
    } finally {
      await sampler?.stop();
    }
    return sampler?.samples() ?? [];
  }

  async #end(step: StepScript, inputs: { pane: Pane; prompts: number }[]): Promise<void> {
    const { ends } = step;
    const prompts = async (limitMs: number) => {
      for (const { pane, prompts: before } of inputs) {
        if (ends && 'paneCloses' in ends && ends.paneCloses === pane.name) continue;
        await pane.until(() => pane.prompts > before || pane.closed, limitMs, `the end of step "${step.id}"`);
        if (pane.closed)
          throw new LabError(`Step "${step.id}" closed pane "${pane.name}", which the script does not say.`);
      }
    };
    if (ends && 'deadlineMs' in ends) {
      await sleep(ends.deadlineMs);
      return;
    }
    if (ends && 'seen' in ends) {
      const pane = this.#panes.get(ends.pane);
      const from = pane?.text.length ?? 0;
      // Typed text is echoed before Enter, so whatever comes now is output.
      await pane?.until(() => pane.text.slice(from).includes(ends.seen), stepLimitMs, JSON.stringify(ends.seen));
      return;
    }
    if (ends && 'key' in ends) {
      await sleep(ends.afterMs);
      const key = ends.key === 'C-c' ? '\u0003' : '\u0004';
      for (const { pane, prompts: before } of inputs) if (pane.prompts === before) pane.press(key);
    }
    if (ends && 'paneCloses' in ends) {
      const pane = this.#panes.get(ends.paneCloses);
      await pane?.until(() => pane.closed, stepLimitMs, 'its closing');
    }
    await prompts(stepLimitMs);
  }

  /** Reads the host, again if a process came or went meanwhile: a running container's first process must be listed. */
  async #facts(): Promise<HostFacts> {
    for (let tries = 0; ; tries++) {
      const facts = parseFacts(await this.#guest.sh(this.#collector));
      const pids = new Set(facts.processes.map((process) => process.pid));
      const lost = facts.containers.filter(({ pid, status }) => (status === 'running') !== pids.has(pid));
      if (lost.length === 0) return facts;
      if (tries === 10) throw new LabError(`Docker and /proc do not agree on container ${lost[0]?.name}.`);
      await sleep(300);
    }
  }
}

/** A small generator of numbers from 0 to 1 that starts from a text: the same take is typed at the same pace. */
function seeded(text: string): () => number {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
