import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { LabError, paths } from './cache.ts';

export type Accel = 'kvm' | 'tcg';

/** A disk to boot, with its kernel. */
export interface Machine {
  disk: string;
  kernel: string;
  initrd: string;
  /** More words for the kernel's command line. */
  append?: string;
}

interface Booting {
  accel: Accel;
  /** Absent: the recorded host. */
  machine?: Machine;
  /** With false, what the guest writes to its disk stays. */
  throwAway: boolean;
  /** More disks, read only, in the order /dev/vdb, /dev/vdc. */
  drives?: string[];
  /** How long until ssh must answer. */
  limitMs: number;
}

/** How long a guest that answers on its port may take to log someone in. */
const loginLimitMs = 240_000;

const running = new Set<Guest>();

/** Ends every guest when this process ends, also by a signal; against SIGKILL, children are tied to it (`spawnTied`). */
export function endGuestsOnExit(): void {
  process.on('exit', () => {
    for (const guest of running) guest.kill();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
}

/** A running guest and the way to talk to it. */
export class Guest {
  readonly #qemu: ChildProcess;
  readonly #folder: string;
  readonly #port: number;
  #control: ChildProcess | undefined;
  #ended = false;

  constructor(qemu: ChildProcess, folder: string, port: number) {
    this.#qemu = qemu;
    this.#folder = folder;
    this.#port = port;
    running.add(this);
    qemu.on('exit', () => {
      this.#ended = true;
    });
  }

  /** The last lines of the guest's serial console, for messages. */
  serialTail(): string {
    try {
      return readFileSync(`${this.#folder}/serial.log`, 'utf8').trim().split('\n').slice(-12).join('\n  ');
    } catch {
      return '(the guest said nothing on its serial console)';
    }
  }

  get ended(): boolean {
    return this.#ended;
  }

  #sshOptions(): string[] {
    return [
      ...['-F', 'none', '-i', paths.key, '-p', String(this.#port), '-l', 'root'],
      ...['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR'],
      ...['-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=30', '-o', 'IdentityAgent=none'],
    ];
  }

  /** Arguments of `ssh` for a pseudo-terminal of its own, on a connection of its own. */
  terminalArgs(command: string): string[] {
    return ['-tt', ...this.#sshOptions(), '-o', 'ControlPath=none', '127.0.0.1', command];
  }

  /** Opens the connection that `sh` uses; a new login for each question would cost a second under emulation. */
  async openControl(): Promise<void> {
    const args = ['-N', '-M', '-S', `${this.#folder}/ssh`, ...this.#sshOptions(), '127.0.0.1'];
    const until = Date.now() + loginLimitMs;
    // A guest under load answers on its port before it can log anyone in: a login that was refused is tried again.
    while (Date.now() < until && !this.#ended) {
      if (!this.#control || this.#control.exitCode !== null)
        this.#control = spawnTied('ssh', args, ['ignore', 'ignore', 'ignore']);
      if (spawnSync('ssh', ['-S', `${this.#folder}/ssh`, '-O', 'check', '127.0.0.1'], { stdio: 'ignore' }).status === 0)
        return;
      await sleep(200);
    }
    throw new LabError(
      `The guest took no ssh login within ${loginLimitMs / 1000} s; its console ended in:\n  ${this.serialTail()}`,
    );
  }

  /** Runs a shell script in the guest and gives its standard output; throws a LabError on failure or after the limit. */
  async sh(script: string, limitMs = 60_000): Promise<string> {
    const args = ['-S', `${this.#folder}/ssh`, ...this.#sshOptions(), '127.0.0.1', 'sh -s'];
    const child = spawnTied('ssh', args, ['pipe', 'pipe', 'pipe']);
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      out += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk) => {
      err += chunk;
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(script);
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('close', (status, by) => resolve([status, by])),
    );
    clearTimeout(timer);
    if (code === 0) return out;
    const why = signal ? `took longer than ${limitMs / 1000} s` : `failed with exit status ${code}: ${err.trim()}`;
    const head = script.trim().split('\n')[0];
    throw new LabError(`In the guest, "${head}" ${why}; its console ended in:\n  ${this.serialTail()}`);
  }

  /** Starts a bash script in the guest and hands it over while it runs; its standard input stays open, and `$1`, `$2` … are the words. */
  stream(script: string, ...words: string[]): ChildProcess {
    const quoted = [script, 'bash', ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    const args = ['-S', `${this.#folder}/ssh`, ...this.#sshOptions(), '127.0.0.1', `bash -c ${quoted}`];
    return spawnTied('ssh', args, ['pipe', 'pipe', 'ignore']);
  }

  /** Ends the guest and everything that talks to it, at once; its throw-away disk is gone with it. */
  kill(): void {
    running.delete(this);
    this.#control?.kill('SIGKILL');
    this.#qemu.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Waits until the guest has switched itself off. */
  async waitForPowerOff(limitMs: number): Promise<void> {
    const until = Date.now() + limitMs;
    while (!this.#ended) {
      if (Date.now() > until)
        throw new LabError(`The guest did not switch off; its console ended in:\n  ${this.serialTail()}`);
      await sleep(200);
    }
  }
}

/** Starts a child that the kernel ends when this process ends, however it ends. */
export function spawnTied(
  command: string,
  args: string[],
  stdio: ('pipe' | 'ignore')[],
  env?: Record<string, string>,
): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], {
    stdio: stdio as ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

/** Boots the lab's host until ssh answers; throws a LabError with the end of its console when it does not. */
async function boot(options: Booting): Promise<Guest> {
  const folder = mkdtempSync(`${tmpdir()}/isolate-lab-`);
  const port = await freePort();
  const { disk, kernel, initrd, append = '' }: Machine = options.machine ?? paths;
  const drive = (file: string, more: string) => ['-drive', `file=${file},format=raw,if=virtio,${more}`];
  const qemu = spawnTied(
    'qemu-system-x86_64',
    [
      ...(options.accel === 'kvm' ? ['-accel', 'kvm', '-cpu', 'host'] : ['-accel', 'tcg,thread=multi', '-cpu', 'max']),
      ...['-smp', '2', '-m', '4096', '-nodefaults', '-display', 'none', '-no-reboot', '-rtc', 'base=utc'],
      ...['-serial', `file:${folder}/serial.log`, '-device', 'virtio-rng-pci'],
      ...['-kernel', kernel, '-initrd', initrd],
      ...['-append', `root=/dev/vda rw console=ttyS0 quiet panic=-1 TERM=dumb ${append}`.trim()],
      ...drive(disk, `cache=unsafe${options.throwAway ? ',snapshot=on' : ''}`),
      ...(options.drives ?? []).flatMap((file) => drive(file, 'readonly=on')),
      ...['-netdev', `user,id=n0,restrict=on,hostfwd=tcp:127.0.0.1:${port}-:22`],
      ...['-device', 'virtio-net-pci,netdev=n0'],
    ],
    ['ignore', 'ignore', 'pipe'],
  );
  let complaint = '';
  qemu.stderr?.setEncoding('utf8').on('data', (chunk) => {
    complaint += chunk;
  });
  const guest = new Guest(qemu, folder, port);
  const until = Date.now() + options.limitMs;
  try {
    while (!(await answersSsh(port))) {
      if (guest.ended) throw new LabError(`QEMU (${options.accel}) ended while booting: ${complaint.trim()}`);
      if (Date.now() > until)
        throw new LabError(
          `The guest (${options.accel}) did not answer within ${options.limitMs / 1000} s; its console ended in:\n  ${guest.serialTail()}`,
        );
      await sleep(300);
    }
    await guest.openControl();
  } catch (error) {
    guest.kill();
    throw error;
  }
  return guest;
}

/** KVM gets a minute, in which an emulated guest may take five. */
const limits = { kvm: 60_000, tcg: 480_000 };

/**
 * Boots with KVM if that is wanted and works, and emulates otherwise. A device file proves nothing (nested KVM may exist
 * and die), so only a boot tells; `say` hears why it failed.
 */
export async function bootAny(
  wanted: Accel,
  options: Omit<Booting, 'accel' | 'limitMs'>,
  say: (text: string) => void,
): Promise<[Guest, Accel]> {
  if (wanted === 'kvm') {
    try {
      return [await boot({ ...options, accel: 'kvm', limitMs: limits.kvm }), 'kvm'];
    } catch (error) {
      say(`  KVM does not work here (${error instanceof Error ? error.message.split('\n')[0] : error}); emulating`);
    }
  }
  return [await boot({ ...options, accel: 'tcg', limitMs: limits.tcg }), 'tcg'];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new LabError('No free TCP port was found.');
  return address.port;
}

/** QEMU takes connections before the guest listens, so only sshd's own greeting counts. */
function answersSsh(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(3000, () => done(false));
    socket.on('error', () => done(false));
    socket.on('close', () => done(false));
    socket.on('data', (data) => done(String(data).startsWith('SSH-')));
  });
}
