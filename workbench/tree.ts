import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpio, type Entry, file, link } from './cpio.ts';
import { type Package, packagesFrom } from './lock.ts';
import { paths } from './paths.ts';

/** i386 packages of Debian 12, the last Debian with a kernel for machines without PAE, which is what v86 is. */
const suite = 'bookworm';
const wanted = [
  ...['busybox-static', 'seabios', 'iproute2', 'util-linux', 'libcap2-bin', 'psmisc', 'strace'],
  ...[
    'libc6',
    'libcap2',
    'libbpf1',
    'libbsd0',
    'libmd0',
    'libelf1',
    'libmnl0',
    'zlib1g',
    'libselinux1',
    'libpcre2-8-0',
    'libblkid1',
    'libmount1',
    'libsmartcols1',
    'libtinfo6',
    'libudev1',
    'ncurses-base',
  ],
];

/** What the guest gets of the packages: from → to, below the root. */
const programs: Record<string, string> = {
  'bin/busybox': 'bin/busybox',
  'bin/ip': 'bin/ip',
  'usr/bin/unshare': 'usr/bin/unshare',
  'usr/bin/nsenter': 'usr/bin/nsenter',
  'usr/bin/ipcmk': 'usr/bin/ipcmk',
  'usr/bin/ipcrm': 'usr/bin/ipcrm',
  'usr/bin/ipcs': 'usr/bin/ipcs',
  'usr/bin/lsns': 'usr/bin/lsns',
  'bin/findmnt': 'bin/findmnt',
  'usr/bin/pstree': 'usr/bin/pstree',
  'usr/bin/strace': 'usr/bin/strace',
  'sbin/capsh': 'sbin/capsh',
};
const libraries: Record<string, string> = {
  'lib/i386-linux-gnu/ld-linux.so.2': 'ld-linux.so.2',
  'lib/i386-linux-gnu/libc.so.6': 'libc.so.6',
  'lib/i386-linux-gnu/libcap.so.2.66': 'libcap.so.2',
  'lib/i386-linux-gnu/libselinux.so.1': 'libselinux.so.1',
  'lib/i386-linux-gnu/libtinfo.so.6.4': 'libtinfo.so.6',
  'lib/i386-linux-gnu/libz.so.1.2.13': 'libz.so.1',
  'usr/lib/i386-linux-gnu/libblkid.so.1.1.0': 'libblkid.so.1',
  'usr/lib/i386-linux-gnu/libbpf.so.1.1.2': 'libbpf.so.1',
  'usr/lib/i386-linux-gnu/libbsd.so.0.11.7': 'libbsd.so.0',
  'usr/lib/i386-linux-gnu/libelf-0.188.so': 'libelf.so.1',
  'usr/lib/i386-linux-gnu/libmd.so.0.0.5': 'libmd.so.0',
  'usr/lib/i386-linux-gnu/libmnl.so.0.2.0': 'libmnl.so.0',
  'usr/lib/i386-linux-gnu/libmount.so.1.1.0': 'libmount.so.1',
  'usr/lib/i386-linux-gnu/libpcre2-8.so.0.11.2': 'libpcre2-8.so.0',
  'usr/lib/i386-linux-gnu/libsmartcols.so.1.1.0': 'libsmartcols.so.1',
  'usr/lib/i386-linux-gnu/libudev.so.1.7.5': 'libudev.so.1',
};
/** What programs read: pstree asks what its terminal can do. */
const data = ['lib/terminfo/x/xterm'];
const modules: Record<string, string> = {
  llc: 'net/llc',
  stp: 'net/802',
  bridge: 'net/bridge',
  veth: 'drivers/net',
  overlay: 'fs/overlayfs',
};
/** Our own files: in workbench/guest → in the guest. */
const own: Record<string, { to: string; executable?: true }> = {
  init: { to: 'init', executable: true },
  boot: { to: 'etc/boot', executable: true },
  agent: { to: 'etc/agent', executable: true },
  inittab: { to: 'etc/inittab' },
  profile: { to: 'etc/profile' },
  shell: { to: 'etc/shell' },
  passwd: { to: 'etc/passwd' },
  group: { to: 'etc/group' },
  'os-release': { to: 'etc/os-release' },
  'os-release.small': { to: 'srv/small/etc/os-release' },
};

/** apt of this machine, asked about another architecture and another suite, with lists of its own. */
function apt(program: 'apt-get' | 'apt-cache', args: string[], cwd = paths.cache): string {
  const options = [
    'APT::Architecture=i386',
    'APT::Architectures=i386',
    `Dir::State::Lists=${paths.apt}/lists`,
    'Dir::State::status=/dev/null',
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
    'Dir::Etc::SourceList=/dev/null',
    `Dir::Etc::SourceParts=${paths.apt}/sources`,
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  return execFileSync(program, [...options, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Fetches the packages and unpacks them; says which ones they were, and the kernel's release. */
export function fetchPackages(): { packages: Record<string, Package>; release: string } {
  mkdirSync(`${paths.apt}/lists/partial`, { recursive: true });
  execFileSync('sh', [
    '-c',
    `mkdir -p "$1" && for at in "debian ${suite}" "debian-security ${suite}-security"; do
       echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/$at main"
     done > "$1/debian.list"`,
    'sh',
    `${paths.apt}/sources`,
  ]);
  // An index that does not answer leaves the others; what is missing then is named below.
  try {
    apt('apt-get', ['update']);
  } catch {}
  const kernel = /Depends: (linux-image-(\S+))/.exec(apt('apt-cache', ['depends', 'linux-image-686']));
  if (!kernel?.[1] || !kernel[2])
    throw new Error('apt knows no linux-image-686 of Debian 12: is the archive reachable?');
  const names = [kernel[1], ...wanted];
  const packages = packagesFrom(apt('apt-cache', ['show', '--no-all-versions', ...names]));
  unpack(packages, names);
  return { packages, release: kernel[2] };
}

/** Downloads and unpacks, unless the same versions lie there unpacked. */
function unpack(packages: Record<string, Package>, names: string[]): void {
  const stamp = `${paths.cache}/unpacked.json`;
  const wanted = JSON.stringify(packages);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  for (const folder of [paths.debs, paths.tree]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  apt('apt-get', ['download', ...names], paths.debs);
  for (const deb of readdirSync(paths.debs)) execFileSync('dpkg', ['-x', `${paths.debs}/${deb}`, paths.tree]);
  writeFileSync(stamp, wanted);
}

/** What each package says of its licence, and the licences that these texts refer to, as Debian has them. */
export function licencesOf(packages: Record<string, Package>): string {
  const parts = Object.entries(packages).map(([name, { version, source, sourceVersion }]) => {
    const text = readFileSync(`${paths.tree}/usr/share/doc/${name}/copyright`, 'utf8');
    return `${name} ${version}, built from Debian's source package ${source} ${sourceVersion}\n\n${text.trim()}`;
  });
  const common = ['GPL-2', 'GPL-3', 'LGPL-2', 'LGPL-2.1', 'LGPL-3'].map(
    (name) =>
      `/usr/share/common-licenses/${name}\n\n${readFileSync(`/usr/share/common-licenses/${name}`, 'utf8').trim()}`,
  );
  return `${[...parts, ...common].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}

/** The kernel, the two parts of its BIOS, and the initramfs, made of what the packages hold. */
export function makeParts(release: string) {
  const of = (at: string) => readFileSync(`${paths.tree}/${at}`);
  const entries: Entry[] = [
    ...Object.entries(programs).map(([from, to]) => file(to, of(from), true)),
    ...Object.entries(libraries).map(([from, name]) => file(`lib/${name}`, of(from), true)),
    ...data.map((at) => file(at, of(at))),
    ...Object.entries(modules).map(([name, at]) =>
      file(`lib/modules/${name}.ko`, of(`lib/modules/${release}/kernel/${at}/${name}.ko`)),
    ),
    ...Object.entries(own).map(([name, { to, executable }]) =>
      file(to, readFileSync(`${paths.guest}/${name}`), executable),
    ),
    link('sbin/init', '../bin/busybox'),
  ];
  return {
    kernel: of(`boot/vmlinuz-${release}`),
    bios: of('usr/share/seabios/bios.bin'),
    vgaBios: of('usr/share/seabios/vgabios-isavga.bin'),
    initramfs: cpio(entries),
  };
}
