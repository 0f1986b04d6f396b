// The workbench: its page, the picture of what comes, and the living one. What its lessons say is in content/lessons.

export const about =
  'Here you build a container by hand, out of the kernel’s own parts: walls first, then limits, then a root. Behind the button is a machine that runs inside this page, with a Linux kernel of its own; nothing that you type leaves your browser.';
/** What is in brackets links the imitated processor, and stands raised; what is between backticks is code. */
export const machine =
  'The machine runs Debian 12’s kernel for 32-bit processors, unchanged, on one that WebAssembly imitates[v86]. So it is slower than the machine around it, it has no Docker and no network, and it forgets everything when the page is left. Its namespaces, cgroups and mounts are the real ones. Its shells are busybox’s ash, without bash and `pgrep`; the classic fork bomb, `:(){ :|:& };:`, is bash’s syntax and an error here, because ash takes no function of that name.';
export const noScript = 'The machine needs JavaScript. The recorded scenes in the chapters show the same without it.';
export const lessons = 'The lessons';
export const lessonsAre =
  'Each is a list of goals. The page checks them against what the kernel reports, so any way that leads there counts.';
export const numbered = (number: number, title: string): string => `${number}. ${title}`;
export const way = 'One way there';
export const wayIs = (after: string): string => `The number before each line is the shell. ${after}`;
/** What is in brackets links the licences. */
export const terms = 'What the machine is made of, and under which terms, is on [the licences page].';

/** In place of the machine, before it is started. */
export const comes = 'What comes when the machine is started';
export const picture = (number: number): string => `Recorded on this machine, when lesson ${number} was done`;
export const inAnyOrder = (count: number): string => `${count} lessons, in any order`;
export const minutes = (minutes: number): string => `${minutes} min`;
export const sizes = (megabytes: string): string =>
  `Fetches ${megabytes} MB once, and keeps them for the next time. The machine has 96 MB of memory; the tab takes about 650 MB.`;
export const start = 'Start';

/** On the way to a prompt. */
export const fetching = (loaded: string, total: string): string => `Fetching the machine: ${loaded} of ${total} MB`;
export const starting = 'Starting the machine';
export const cancel = 'Cancel';
export const again = 'Try again';
/** After each sentence of what went wrong. */
export const without = 'The recorded scenes in the chapters show the same without it.';
export const noWebAssembly = 'This browser has no WebAssembly, which the machine is made of.';
export const noConnection = 'The download did not begin: there is no connection to the site.';
export const answered = (status: number): string => `The download did not begin: the site answered ${status}.`;
export const cutShort = (bytes: number, of: number): string =>
  `The download ended early, after ${bytes} of ${of} bytes.`;
export const tooLong = 'The download is longer than it should be: the site has a newer one, so reload the page.';
export const changed = 'The download is not what it should be: something on the way has changed it.';
export const noProgram = 'The machine did not start: its program did not load.';
export const stopped = (reason: string): string => `The machine stopped: ${reason}`;
/** A reason to stop. */
export const noMemory = 'this browser has no memory left for it.';

/** The lesson and its goals. */
export const name = 'The workbench';
export const lesson = 'Lesson';
export const choice = (number: number, title: string, minutes: number, isDone: boolean): string =>
  `${number}. ${title} (${minutes} min)${isDone ? ', done' : ''}`;
export const freePlay = 'Free play: whatever the kernel can do';
export const freeTask =
  'No goals: the drawing follows what you do. The shells are busybox’s ash; a line that only bash understands, like the classic fork bomb, is an error here.';
export const goals = 'Task and goals';
export const states = { reached: 'reached', next: 'now', later: 'later' };
export const hint = 'A hint';
export const command = 'The command';
export const goalReached = (reached: number, all: number): string => `Goal ${reached} of ${all} reached.`;
export const goalsReached = (reached: number, all: number): string => `${reached} of ${all} goals`;
export const allReached = 'All goals reached.';

/** The shells. */
export const shells = 'Shells';
export const shell = (number: number): string => `Shell ${number}`;
export const shellLabel = (number: number): string =>
  `Shell ${number}. Escape leaves it, unless a program has the whole terminal; Shift and Tab always do.`;
/** What is in brackets: keys. */
export const leaves = '[Esc] or [Shift]+[Tab] leaves a shell.';
export const keysBar = 'Keys that a keyboard on glass lacks';
export const control = 'Ctrl';
/** What each key shows, and its name. */
export const keys = {
  tab: ['Tab', 'Tab'],
  escape: ['Esc', 'Escape'],
  left: ['←', 'Left'],
  down: ['↓', 'Down'],
  up: ['↑', 'Up'],
  right: ['→', 'Right'],
  pipe: ['|', 'Pipe'],
} as const;

/** What loses all that was built: its button, what is asked then, and the answer that goes on. */
export const ends = {
  reset: { name: 'Reset', question: 'Reset loses all that was built and typed.', go: 'Reset the machine' },
  off: {
    name: 'Switch off',
    question: 'Switching off loses all that was built and typed.',
    go: 'Switch the machine off',
  },
};
export const keep = 'Keep it';

/** The drawing. */
export const lookAt = 'Look at';
export const lenses = {
  wall: 'the whole wall',
  pid: 'PID',
  net: 'network',
  mnt: 'mount',
  uts: 'UTS',
  ipc: 'IPC',
  user: 'user',
  cgroup: 'cgroup namespace',
  meter: 'limits',
};
export const asking = 'The kernel is being asked.';
export const tooMuch = 'This is more than the diagram can draw.';
export const halted = 'The machine has halted: nothing runs in it any more.';
export const silent = (seconds: number): string =>
  `The kernel has not answered for more than ${seconds} s. It is busy, or it has stopped: a reboot or a panic ends like this.`;
export const nonsense = 'What the kernel answers can’t be read. Is something mounted over /proc?';
/** After each of these three. */
export const old = 'The drawing is the last one that it told; Reset begins anew.';
