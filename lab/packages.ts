/** A Debian file system to build: from which suite, and with which packages besides the required ones. */
export interface Tree {
  suite: string;
  packages: string[];
}

/** What `docker pull debian:13` plus the Dockerfile's `apt-get install` holds, by the same names. */
const inImages = [
  'bash',
  'hostname',
  'iproute2',
  'iputils-ping',
  'libcap2-bin',
  'netcat-openbsd',
  'procps',
  'python3-minimal',
  'strace',
  'util-linux',
];

/** The recorded host (Debian testing, which has Docker Engine 28) and the two images that its containers use. */
export const trees: Record<string, Tree> = {
  host: {
    suite: 'testing',
    packages: [
      ...['systemd-sysv', 'dbus', 'dbus-user-session', 'libpam-systemd', 'udev', 'linux-image-amd64', 'openssh-server'],
      ...['docker.io', 'docker-cli', 'containerd', 'runc', 'crun', 'runsc', 'rootlesskit', 'slirp4netns', 'uidmap'],
      ...['apparmor', 'iptables', 'nftables', 'ufw', 'sudo', 'keyutils', 'libcap2-bin'],
      ...['hostname', 'iproute2', 'iputils-ping', 'netcat-openbsd', 'procps', 'psmisc', 'util-linux', 'bsdextrautils'],
      ...['jq', 'less', 'strace', 'stress-ng', 'busybox-static', 'e2fsprogs', 'xfsprogs'],
    ],
  },
  '13': { suite: 'trixie', packages: inImages },
  '12': { suite: 'bookworm', packages: inImages },
};
