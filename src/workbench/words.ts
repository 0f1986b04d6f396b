import type { LensName } from '../diagram/lenses/index.ts';
import type { KeyName } from '../terminal/keys.ts';

/** All that the living workbench says by itself; what lessons say is in content/lessons. */
export const words = {
  name: 'The workbench',
  lesson: 'Lesson',
  minutes: (minutes: number) => `${minutes} min`,
  done: 'done',
  freePlay: 'Free play: whatever the kernel can do',
  freeTask:
    'No goals: the drawing follows what you do. The shells are busybox’s ash; a line that only bash understands, like the classic fork bomb, is an error here.',
  goals: 'Task and goals',
  states: { reached: 'reached', next: 'now', later: 'later' },
  hint: 'A hint',
  command: 'The command',
  goalReached: (reached: number, all: number) => `Goal ${reached} of ${all} reached.`,
  goalsReached: (reached: number, all: number) => `${reached} of ${all} goals`,
  allReached: 'All goals reached.',
  shell: (number: number) => `Shell ${number}`,
  shellLabel: (number: number) =>
    `Shell ${number}. Escape leaves it, unless a program has the whole terminal; Shift and Tab always do.`,
  shells: 'Shells',
  keysBar: 'Keys that a keyboard on glass lacks',
  control: 'Ctrl',
  keys: {
    tab: ['Tab', 'Tab'],
    escape: ['Esc', 'Escape'],
    left: ['←', 'Left'],
    down: ['↓', 'Down'],
    up: ['↑', 'Up'],
    right: ['→', 'Right'],
    pipe: ['|', 'Pipe'],
  } satisfies Record<KeyName, [shown: string, name: string]>,
  reset: 'Reset',
  off: 'Switch off',
  lookAt: 'Look at',
  lenses: [
    ['wall', 'the whole wall'],
    ['pid', 'PID'],
    ['net', 'network'],
    ['mnt', 'mount'],
    ['uts', 'UTS'],
    ['ipc', 'IPC'],
    ['user', 'user'],
    ['cgroup', 'cgroup namespace'],
    ['meter', 'limits'],
  ] satisfies [LensName, string][],
  sure: {
    reset: { question: 'Reset loses all that was built and typed.', go: 'Reset the machine' },
    off: { question: 'Switching off loses all that was built and typed.', go: 'Switch the machine off' },
  },
  keep: 'Keep it',
  asking: 'The kernel is being asked.',
  tooMuch: 'This is more than the diagram can draw.',
  trouble: {
    halted: 'The machine has halted: nothing runs in it any more.',
    silent: (seconds: number) =>
      `The kernel has not answered for more than ${seconds} s. It is busy, or it has stopped: a reboot or a panic ends like this.`,
    nonsense: 'What the kernel answers can’t be read. Is something mounted over /proc?',
    old: 'The drawing is the last one that it told; Reset begins anew.',
  },
  fetching: (loaded: string, total: string) => `Fetching the machine: ${loaded} of ${total} MB`,
  starting: 'Starting the machine',
  cancel: 'Cancel',
  start: 'Start',
  again: 'Try again',
  without: 'The recorded scenes in the chapters show the same without it.',
};
