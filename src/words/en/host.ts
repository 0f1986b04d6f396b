// Where a reader's Docker runs, by what it says of itself.

export const name = 'Where is your host?';
export const paste = 'Paste what the first command printed, or all of docker info:';
export const like = 'system | kernel | name';
export const privately = 'It is read here, in your browser. Nothing of it is sent or kept.';
export const unread =
  'This does not look like the answer: expected a system, a kernel and a name with bars between them, or all that docker info prints.';

/** What `docker info` says of where the daemon runs. */
export interface Host {
  system: string;
  kernel: string;
  name: string;
}
export const is = {
  windows: ({ system }: Host): string =>
    `This daemon runs on ${system}, and its containers are Windows containers: these chapters are about Linux ones.`,
  'desktop-wsl': ({ kernel }: Host): string =>
    `Docker Desktop on Windows: your host is WSL’s machine, with the kernel ${kernel}. Windows is one machine further out.`,
  desktop: ({ kernel }: Host): string =>
    `Docker Desktop: your host is its own Linux machine, with the kernel ${kernel}. The computer in front of you is one machine further out.`,
  rancher: ({ kernel }: Host): string =>
    `Rancher Desktop: your host is its Linux machine, with the kernel ${kernel}. The computer in front of you is one machine further out.`,
  orbstack: ({ kernel }: Host): string =>
    `OrbStack: your host is its Linux machine, with the kernel ${kernel}. The Mac is one machine further out.`,
  colima: ({ name, kernel }: Host): string =>
    `Colima: your host is the machine ${name}, with the kernel ${kernel}. The computer in front of you is one machine further out.`,
  lima: ({ name, kernel }: Host): string =>
    `Lima: your host is the machine ${name}, with the kernel ${kernel}. The computer in front of you is one machine further out.`,
  wsl: ({ system, kernel }: Host): string =>
    `A daemon in a WSL 2 distribution (${system}): your host is WSL’s machine, with the kernel ${kernel}. Windows is one machine further out.`,
  linux: ({ system, kernel, name }: Host): string =>
    `Nothing here names a tool that brings a machine along: the host is ${name}, ${system}. If uname -r prints ${kernel} where you type, it is your own computer; if not, another machine, near or far away.`,
};
