import type { NsKind } from '../src/host/facts.ts';

export interface Planned {
  /** The chapter's name in the contents; a chapter's frontmatter refers to it as `nav`. */
  nav: string;
  /** What the map of the house says of it. */
  about: string;
  /** The namespace that the chapter is about: it has that namespace's colour, and stands under "Namespaces". */
  tone?: NsKind;
}

/** All chapters in the article's order, written or not; one that is not written yet is named, but not linked. */
export const outline: Planned[] = [
  { nav: 'Introduction', about: 'One process with two numbers, and the belief that a container is a small machine.' },
  { nav: 'Where is your host?', about: 'On a Mac, on Windows, on Linux: which machine these chapters are about.' },
  { nav: 'Namespaces: what is visible', about: 'Which kinds the kernel knows, and which of them Docker makes new.' },
  { nav: 'PID', tone: 'pid', about: 'Processes and their numbers, and what process 1 must do.' },
  { nav: 'Network', tone: 'net', about: 'Interfaces, addresses and routes, and the cable between two rooms.' },
  { nav: 'Mount', tone: 'mnt', about: 'A root of its own on the same kernel, and the hole that a volume is.' },
  { nav: 'UTS', tone: 'uts', about: 'The hostname, and who may change it.' },
  { nav: 'IPC', tone: 'ipc', about: 'Shared memory, semaphores and message queues.' },
  { nav: 'User', tone: 'user', about: 'Root inside and root outside; the wall that is off by default.' },
  { nav: 'Cgroup', tone: 'cgroup', about: 'What a process sees of its own place among the meters.' },
  { nav: 'cgroups: how much is used', about: 'The tree of meters, and CPU time: what is counted, and what is capped.' },
  { nav: 'Memory, processes, disk', about: 'Three more meters: killed, refused, or made to wait at the line.' },
  { nav: 'What is not isolated', about: 'Kernel, clock, root, settings, the disk: what has no wall.' },
  { nav: 'The second fence', about: 'Capabilities, seccomp and three more rails: which of them refused?' },
  { nav: 'Escapes', about: 'What one option gives away, what got out by a bug, and what to watch.' },
  { nav: 'Containers and VMs', about: 'The same commands on a host, in a container and in a virtual machine.' },
  { nav: 'Your ledger', about: 'What you predicted, and what the kernel answered.' },
  { nav: 'How this was recorded', about: 'Versions, dates, every recording, and how to make them again.' },
];
