import type { CastEvent, CastHeader, Provenance } from './recording.ts';

/** A made-up provenance for tests. */
export const sampleProvenance: Provenance = {
  scene: 'one-process',
  take: 'default',
  script: '0'.repeat(64),
  recorded: '2026-01-01T00:00:00.000Z',
  kernel: '7.2.4+deb14-amd64',
  distribution: 'Debian GNU/Linux forky/sid',
  docker: '28.5.2+dfsg4',
  containerd: '2.1.9',
  runc: '1.3.6',
  cgroupVersion: '2',
  cgroupDriver: 'systemd',
  storageDriver: 'overlay2',
  securityOptions: ['name=apparmor'],
  lab: '1'.repeat(64),
};

const header: CastHeader = {
  version: 2,
  width: 80,
  height: 20,
  timestamp: 1,
  title: 'sample',
  env: {},
  provenance: sampleProvenance,
};

/** The text of a made-up cast for tests, from its events. */
export function sampleCast(events: CastEvent[], change: Record<string, unknown> = {}): string {
  return [{ ...header, ...change }, ...events].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** What bash prints between two commands, with the marks of lab/images/bash.bashrc. */
export function samplePrompt(exit: number, prompt = 'root@dockerhost:~# '): string {
  return `\u001b]133;D;${exit}\u0007\u001b]133;A\u0007${prompt}\u001b]133;B\u0007`;
}

/** What bash prints when a command begins. */
export const sampleStart = '\u001b]133;C\u0007';
