/** A recorded answer that a later Docker gives otherwise, or a default that has moved since. */
export interface Moved {
  /** The first release that answers so. */
  from: string;
  /** What was recorded, or held then. Backticks are code. */
  was: string;
  /** What that release answers. */
  now: string;
  /** The steps that recorded it. What is said after each names the release: `Docker 29.5`, or `Docker 29` for 29.0. */
  steps?: { scene: string; step: string }[];
  /** Where the text speaks of it, when no step does. */
  at?: { href: string; name: string };
  source: { href: string; title: string };
  /** What verify.sh says of it: shell patterns for answers, and a sentence. */
  verify?: { about: string[]; says: string };
}

const notes = (release: string) => ({
  href: `https://docs.docker.com/engine/release-notes/29/#${release.replaceAll('.', '')}`,
  title: `Docker Engine ${release}: release notes`,
});

/** In the order of the releases. */
export const since: Moved[] = [
  {
    from: '29.0',
    was: 'images and layers are kept by the storage driver `overlay2`, below `/var/lib/docker`',
    now: 'fresh installations use containerd’s store: snapshotter `overlayfs`, other directories in the mount line; not with `userns-remap`, and an upgrade keeps its driver',
    steps: [{ scene: 'layers', step: 'mount-line' }],
    source: {
      href: 'https://docs.docker.com/engine/storage/containerd/',
      title: 'Docker: containerd image store with Docker Engine',
    },
    verify: {
      about: ['*overlay*'],
      says: 'a fresh installation of Docker 29.0 or later keeps its layers in containerd’s store, in other directories than overlay2',
    },
  },
  {
    from: '29.0',
    was: '`docker inspect` names a container’s upper directory',
    now: 'with containerd’s store it names the snapshotter, `.Storage`, and no directory',
    steps: [{ scene: 'layers', step: 'upper' }],
    source: {
      href: 'https://github.com/moby/moby/blob/docker-v29.7.2/daemon/inspect.go',
      title: 'Moby: daemon/inspect.go',
    },
  },
  {
    from: '29.0',
    was: 'cgroup v1 is supported',
    now: 'it is deprecated; support goes on until May 2029 at least',
    at: { href: '/cgroups/#the-tree', name: 'The tree' },
    source: notes('29.0.0'),
  },
  {
    from: '29.0',
    was: 'Docker’s packages of containerd let a container open 1,048,576 files',
    now: 'since containerd 2.1.5 it is systemd’s default, 1,024 until a program asks for more',
    at: { href: '/ledger/#r-open-files', name: 'Your ledger' },
    source: { href: 'https://github.com/moby/moby/issues/51485', title: 'moby#51485' },
    verify: {
      about: ['*nofile*', '*open files*', '*ulimit*'],
      says: 'with containerd 2.1.5, which came with Docker 29.0, a container’s limit of open files is systemd’s default',
    },
  },
  {
    from: '29.0',
    was: 'the firewall’s rules are made by iptables',
    now: 'they still are; a daemon set to `firewall-backend: nftables`, which is experimental, has no chain `DOCKER-USER`',
    at: { href: '/escapes/#ports-past-the-firewall', name: 'Ports past the firewall' },
    source: {
      href: 'https://docs.docker.com/engine/network/firewall-nftables/',
      title: 'Docker with nftables',
    },
  },
  {
    from: '29.4.2',
    was: 'the seccomp profile lets AF_ALG sockets through',
    now: 'it refuses them, and from 29.4.3 on AppArmor’s profile does too',
    at: { href: '/escapes/#escapes-that-happened', name: 'Escapes that happened' },
    source: notes('29.4.2'),
  },
  {
    from: '29.4.3',
    was: 'AppArmor’s profile names no ABI, and refuses a user namespace behind the filter',
    now: 'the profile names ABI 3.0, and the filter stands alone in the way',
    steps: [
      { scene: 'which-wall', step: 'unshare' },
      { scene: 'smallest-set', step: 'unshare' },
    ],
    source: {
      href: 'https://github.com/moby/moby/blob/docker-v29.4.3/go.mod',
      title: 'Moby 29.4.3: go.mod, moby/profiles/apparmor v0.2.1',
    },
  },
  {
    from: '29.5',
    was: 'six namespaces are the container’s own, and time is the host’s',
    now: 'a private time namespace too, on kernels that have them: seven',
    steps: [
      { scene: 'eight', step: 'links' },
      { scene: 'eight', step: 'lsns' },
    ],
    source: notes('29.5.0'),
    verify: {
      about: ['*time*'],
      says: 'from Docker 29.5 on, a container has a time namespace of its own: seven instead of six',
    },
  },
];
