import { describe, expect, test } from 'vitest';
import type { SceneScript, StepScript } from '../recording/script.ts';
import { compile } from './compile.ts';
import { readRecordings } from './read.ts';

async function scriptOf(id: string): Promise<SceneScript> {
  const { default: script } = (await import(`../../content/scenes/${id}/scene.ts`)) as { default: SceneScript };
  return script;
}

/** The scene with one step told otherwise, compiled. */
async function retold(id: string, step: string, change: (step: StepScript) => StepScript) {
  const script = await scriptOf(id);
  const told = { ...script, steps: script.steps.map((one) => (one.id === step ? change(one) : one)) };
  return compile(told, await readRecordings('.', script));
}

describe('what is told of a call', () => {
  test('must stand in what its step answers', async () => {
    await expect(
      retold('which-wall', 'sysctl', (step) => ({ ...step, tries: { ...step.tries, says: 'Read-only' } as never })),
    ).rejects.toThrow('"Read-only" in what is answered to open(2)');
  });

  test('must name a rail that the facts show to hold something back', async () => {
    await expect(
      retold('smallest-set', 'mount', (step) => ({ ...step, tries: { ...step.tries, stoppedBy: 'seccomp' } as never })),
    ).rejects.toThrow('the rail seccomp to stop mount');
    await expect(
      retold('which-wall', 'dmesg', (step) => ({ ...step, tries: { ...step.tries, needs: 'chown' } as never })),
    ).rejects.toThrow('the rail caps to stop syslog(2)');
  });

  test('must be shown by another take where a rail behind would stop it, too', async () => {
    await expect(
      retold('which-wall', 'date', (step) => ({ ...step, tries: { ...step.tries, behind: ['apparmor'] } as never })),
    ).rejects.toThrow('another take in which apparmor stops clock_settime(2)');
  });

  test('must have the capability that it takes where it gets past that rail', async () => {
    await expect(
      retold('smallest-set', 'device', (step) => ({ ...step, tries: { ...step.tries, needs: 'sys_admin' } as never })),
    ).rejects.toThrow('the capability sys_admin');
  });
});

describe('what is reported', () => {
  test('must stand on one line of what its step answers', async () => {
    await expect(
      retold('left-behind', 'owner', (step) => ({
        ...step,
        reports: [{ of: '/srv/tools/id', value: '1', says: '0 0' }],
      })),
    ).resolves.toBeDefined();
    await expect(
      retold('left-behind', 'owner', (step) => ({ ...step, reports: [{ of: '/srv/tools/id', value: '7' }] })),
    ).rejects.toThrow('"7" on one line, as is reported of /srv/tools/id');
  });

  test('must be named by the command, and by no word of the answer, where nothing is quoted', async () => {
    await expect(
      retold('root-outside', 'write', (step) => ({ ...step, reports: [{ of: '/tmp/other' }] })),
    ).rejects.toThrow('a command that names /tmp/other');
    await expect(
      retold('root-outside', 'write', (step) => ({ ...step, in: { remap: { reports: [{ of: '/srv/mine' }] } } })),
    ).rejects.toThrow('no word of /srv/mine');
  });
});
