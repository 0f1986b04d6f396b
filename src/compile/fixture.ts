import { createHash } from 'node:crypto';
import type { HostFacts } from '../host/facts.ts';
import { sampleHost } from '../host/sample.ts';
import type { PaneRecording, PaneStep, TakeRecording } from '../recording/parse.ts';
import type { Provenance } from '../recording/recording.ts';
import type { SceneScript } from '../recording/script.ts';
import { scriptHash } from '../recording/script-hash.ts';

/** A made-up scene for tests: real in shape, and never shown to a reader. */
export const script: SceneScript = {
  id: 'sample',
  title: 'A sample',
  lens: 'pid',
  panes: {
    host: { title: 'host', rows: 5 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 5 },
  },
  takes: { default: { label: 'PID wall' } },
  entities: { web: { container: 'web' }, sleep: { firstProcessOf: 'web' }, host: { host: true } },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'The host runs {host.processes} processes. Start `sleep 600`.',
      after: 'Docker prints the id.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'inside',
      run: { pane: 'web', type: 'ps -o pid,args' },
      before: 'Look from inside.',
      after: 'Process {sleep.inside} is `sleep 600`.',
      predict: {
        question: 'Which number has {sleep.pid} inside?',
        answers: ['{sleep.pid}', '`1`'],
        right: 1,
        proof: { pane: 'web', text: 'sleep 600' },
        because: 'It is {sleep.inside} there.',
      },
      marks: [{ pane: 'web', text: '{sleep.inside}', line: 'sleep 600', entity: 'sleep' }],
    },
  ],
};

const idle = sampleHost({ processCount: 100 });
const running = sampleHost({ processCount: 103, containers: [{ name: 'web', args: 'sleep 600' }] });
const id = running.containers[0]?.id ?? '';

const provenance: Provenance = {
  scene: 'sample',
  take: 'default',
  script: '',
  recorded: '2026-11-24T01:02:03Z',
  kernel: '7.2.4+deb14-amd64',
  distribution: 'Debian GNU/Linux forky/sid',
  docker: '28.5.2',
  containerd: '2.1.4',
  runc: '1.3.6',
  cgroupVersion: '2',
  cgroupDriver: 'systemd',
  storageDriver: 'overlay2',
  securityOptions: ['apparmor', 'seccomp'],
  lab: '',
};

/** What bash prints to ask for a line, with its hooks. */
export const promptOf = (prompt: string, exit = 0) => `\x1b]133;D;${exit}\x07\x1b]133;A\x07${prompt}\x1b]133;B\x07`;

/** What a pane prints in one step: each key's echo, the hand-over, the answer, the next prompt. */
export function stepOf(step: string, prompt: string, command: string, output: string, exitCode = 0): PaneStep {
  const echo = [...command].map((key, i): [number, string] => [0.05 * i, key]);
  const at = 0.05 * command.length;
  const events: [number, string][] = [
    ...echo,
    [at, '\r\n\x1b]133;C\x07'],
    [at + 0.4, output.replaceAll('\n', '\r\n')],
    [at + 0.5, promptOf(prompt, exitCode)],
  ];
  return { step, prompt, command, output, exitCode, began: 0, events, ran: true };
}

/** The provenance of a recording of this script. */
export function provenanceFor(told: SceneScript, take = 'default'): Provenance {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  return { ...provenance, script: scriptHash(told, take, sha256) };
}

function pane(prompt: string, steps: PaneStep[]): PaneRecording {
  const header = {
    version: 2 as const,
    width: 80,
    height: 20,
    timestamp: 0,
    title: '',
    env: {},
    provenance: provenanceFor(script),
  };
  return { header, opening: [[0, promptOf(prompt)]], steps };
}

export const hostPrompt = 'root@dockerhost:~# ';
export const webPrompt = `root@${id.slice(0, 12)}:/# `;

/** The sample's recordings, fresh for each test to spoil. */
export function recordings(): Record<string, TakeRecording> {
  const facts = (after: HostFacts, step: string) => ({ id: step, after });
  return {
    default: {
      facts: {
        provenance: provenanceFor(script),
        start: idle,
        steps: [facts(running, 'start'), facts(running, 'inside')],
      },
      panes: {
        host: pane(hostPrompt, [
          stepOf('start', hostPrompt, 'docker run -d --name web isolate-lab:13 sleep 600', `${id}\n`),
        ]),
        web: pane(webPrompt, [
          stepOf('inside', webPrompt, 'ps -o pid,args', '    PID COMMAND\n      1 sleep 600\n     11 ps -o pid,args\n'),
        ]),
      },
    },
  };
}
