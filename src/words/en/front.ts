// The site's first screen.

export const says = 'One process, asked for twice. Guess before the kernel answers.';
export const processes = (count: number): string => `${count} processes`;
export const onHost = 'on the host';
export const container = (name: string): string => `container ${name}`;
/** What is in brackets is bold. */
export const kernel = (version: string | undefined): string => `[Linux ${version}] one kernel under everything`;
export const question = 'Which number has it inside?';
export const same = (pid: number): string => `${pid}, the same`;
export const none = 'none: it is not listed';
export const right = (pid: number): string => `As you said: inside it is process ${pid}.`;
export const wrong = (pid: number): string => `The kernel says ${pid}: its PID namespace counts from 1.`;
export const onward = 'See the other walls';
export const answer = 'The answer';
export const answerIs = (outside: number, inside: number): string =>
  `Process ${outside} on the host is process ${inside} in the container’s PID namespace.`;
export const shared = 'the host’s';
/** What each course sets apart. namespaces(7), in a few words. */
export const courses = {
  cgroup: 'its place among the meters',
  time: 'clocks since boot',
  user: 'user and group numbers',
  ipc: 'shared memory, queues',
  uts: 'the hostname',
  mnt: 'the files',
  net: 'interfaces, addresses, ports',
  pid: 'process numbers',
};
