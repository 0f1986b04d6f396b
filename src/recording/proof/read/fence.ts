import type { Fence } from '../../../host/facts.ts';
import { type Claim, compare } from '../claim.ts';
import { machineSeen } from '../view.ts';
import { after, container, earlier, fenceOf, holds, mountOf, mountsSeen, uidInside } from './about.ts';
import { proveClock } from './clock.ts';
import { type Answer, type Line, literal, oneLine, type Reader } from './reader.ts';

// Numbers of capability.h.
const [sysAdmin, sysTime, syslog] = [21, 25, 34];
const denied = 'Operation not permitted';
const mountMore = '       dmesg(1) may have more information after failed mount system call.';

/** The fence that a line meets: that of the container it goes into by `docker exec`, or of its own shell. */
function met(claim: Claim, name: string | undefined): Fence | undefined {
  return fenceOf(claim, name);
}

const may = (fence: Fence, capability: number) => holds(fence.effective, capability);
const confined = ({ label }: Fence) => label.startsWith('docker-default');
/** Docker's profile lets a call through that belongs to a capability only with it. */
const filtered = (fence: Fence, capability: number) => fence.seccomp === 2 && !holds(fence.bounding, capability);

/** AppArmor's profile and the kernel refuse alike; a failed mount(2) has either sentence of mount(8). */
function mountAnswers(fence: Fence | undefined): Answer[] {
  const refused = [
    { lines: ['mount: /mnt: permission denied.', mountMore], status: 32 },
    { lines: ['mount: /mnt: none already mounted or mount point busy.', mountMore], status: 32 },
  ];
  if (!fence) return [];
  // Without the capability mount(8) says the first; where AppArmor alone refuses, the second, as recorded.
  if (!may(fence, sysAdmin)) return refused.slice(0, 1);
  return confined(fence) ? refused.slice(1) : [{ lines: [] }];
}

function kernelLog(claim: Claim, width?: number): Answer[] | undefined {
  const kernels = [...new Set(claim.moments.map((facts) => machineSeen(claim.view, facts)?.kernel ?? facts.kernel))];
  const version =
    '\\(debian-kernel@lists\\.debian\\.org\\) \\(x86_64-linux-gnu-gcc-\\d+ \\(Debian [\\d.-]+\\) [\\d.]+, GNU ld \\(GNU Binutils for Debian\\) [\\d.]+\\) #1 SMP PREEMPT_DYNAMIC Debian ';
  const patterns = kernels.map((kernel) => {
    // The package's version is the release without its ABI's name, and a revision: 7.2.12+deb14-amd64 is of 7.2.12-1.
    const upstream = /^\d+\.\d+\.\d+/.exec(kernel)?.[0] ?? '';
    const head = `[    0.000000] Linux version ${kernel} `;
    if (width !== undefined)
      return new RegExp(`^${literal(`${head}(debian-kernel@lists.debian.org)`.slice(0, width))}$`);
    return new RegExp(`^${literal(head)}${version}${literal(upstream)}-\\d+ \\(\\d{4}-\\d\\d-\\d\\d\\)$`);
  });
  return patterns.map((line) => ({ lines: [line] }));
}

function dmesgAnswers(claim: Claim, width?: number): Answer[] | undefined {
  const refused = [{ lines: [`dmesg: read kernel buffer failed: ${denied}`] }];
  if ('container' in claim.view) {
    const fence = met(claim, undefined);
    // Without fences in the facts: Docker gives no container SYSLOG, so one that was not asked for does not have it.
    const right = fence ? may(fence, syslog) : claim.told.claims.some(({ line }) => /SYSLOG|--privileged/.test(line));
    if (!right) return refused;
  }
  return kernelLog(claim, width);
}

/** What the second fence lets through: capabilities, seccomp, AppArmor, masked paths and device rules, each with its own refusal. */
export const fenceReaders: Reader[] = [
  {
    kind: 'mount -t tmpfs, refused or not',
    against: 'capabilities and AppArmor’s label in the facts',
    of: /^(?:docker exec (\S+) )?mount -t tmpfs none \/mnt$/,
    answers: (claim, [, name]) => mountAnswers(met(claim, name)),
  },
  {
    kind: 'unshare --user, refused by seccomp or by AppArmor',
    against: 'seccomp’s mode, capabilities and the label: each refuses with an error of its own',
    of: /^(?:docker exec (\S+) )?unshare --user id -u$/,
    answers(claim, [, name]) {
      const fence = met(claim, name);
      if (!fence) return undefined;
      if (filtered(fence, sysAdmin)) return [{ lines: [`unshare: unshare failed: ${denied}`], status: 1 }];
      // The overflow id: a new user namespace maps nobody. user_namespaces(7)
      return [
        confined(fence) ? { lines: ['unshare: unshare failed: Permission denied'], status: 1 } : { lines: ['65534'] },
      ];
    },
  },
  {
    kind: 'date -s, refused or not',
    against: 'the capability SYS_TIME in the facts; the time with the recorder’s clock',
    of: /^date \+%T -s (.+)$/,
    answers(claim) {
      const fence = 'host' in claim.view ? undefined : met(claim, undefined);
      if (!fence && !('host' in claim.view)) return undefined;
      const time = /^\d\d:\d\d:\d\d$/;
      return [
        !fence || may(fence, sysTime)
          ? { lines: [time] }
          : { lines: [`date: cannot set date: ${denied}`, time], status: 1 },
      ];
    },
    check: proveClock,
  },
  {
    kind: 'dmesg: the log’s first line, or the refusal',
    against: 'the kernel’s version in the facts, the capability SYSLOG',
    of: /^dmesg \| head -n 1(?: \| cut -c -(\d+))?$/,
    answers: (claim, [, width]) => dmesgAnswers(claim, width === undefined ? undefined : Number(width)),
  },
  {
    kind: 'dmesg in a sandbox',
    against:
      'its first line with the kind of kernel in the facts, its times with each other; its jokes are gVisor’s own',
    of: /^dmesg \| head -n 6$/,
    answers(claim) {
      const sandboxed = claim.moments.some((facts) => machineSeen(claim.view, facts)?.kind === 'sandbox');
      if (!sandboxed) return dmesgAnswers(claim);
      const line = /^\[ {4}\d\.\d{6}\] [A-Z][\w ,'/.()-]+\.\.\.$/;
      return [{ lines: ['[    0.000000] Starting gVisor...', line, line, line, line, line] }];
    },
    check(_, lines, verdict) {
      const times = lines.flatMap((line) => /^\[ *([\d.]+)\]/.exec(line)?.[1] ?? []).map(Number);
      const grows = times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0));
      compare(verdict, grows, 'the times in the log', 'growing', times.join(', '));
    },
  },
  {
    kind: 'a device made by hand, opened or not',
    against: 'the rules for devices in the facts',
    of: /^mknod \/tmp\/disk b 254 0; head -c 4 \/tmp\/disk$/,
    whole: true,
    answers(claim) {
      const name = 'container' in claim.view ? claim.view.container : '';
      const devices = container(claim, name)?.devices;
      if (!devices) return undefined;
      if (devices.all || devices.rules.some((rule) => rule.startsWith('b 254:0'))) return undefined;
      return [{ lines: [`head: cannot open '/tmp/disk' for reading: ${denied}`], status: 1 }];
    },
  },
  {
    kind: 'a disk read through a rule of one’s own',
    against: 'the rule in the facts, and the magic number of ext4 (ext4.h: 0xEF53 at byte 1080)',
    of: /^docker exec (\S+) sh -c mknod \/tmp\/disk b 254 0; od -A d -t x2 -j 1080 -N 2 \/tmp\/disk$/,
    answers(claim, [, name = '']) {
      const rules = container(claim, name)?.devices?.rules;
      return (
        rules && [rules.some((rule) => rule.startsWith('b 254:0')) ? { lines: ['0001080 ef53', '0001082'] } : undefined]
      );
    },
  },
  {
    kind: 'a mount that both fences let through',
    against: 'capabilities and AppArmor’s label in the facts',
    of: /^docker exec (\S+) sh -c mount -t tmpfs none \/mnt && findmnt -n \/mnt$/,
    answers(claim, [, name]) {
      const fence = met(claim, name);
      return (
        fence && [
          may(fence, sysAdmin) && !confined(fence)
            ? { lines: [/^\/mnt +none +tmpfs rw,relatime,inode64$/] }
            : undefined,
        ]
      );
    },
  },
  {
    kind: 'a kernel setting, read',
    against: 'the same setting in the facts, or what the take wrote last',
    of: /^sysctl vm\.swappiness$/,
    answers(claim) {
      const known = claim.moments[0]?.slab?.sysctls['vm.swappiness'];
      const written = earlier(claim).flatMap(({ output }) =>
        output.filter((line) => line.startsWith('vm.swappiness = ')),
      );
      return oneLine(known === undefined ? written.slice(-1) : [`vm.swappiness = ${known}`]);
    },
  },
  {
    kind: 'a kernel setting, written or refused',
    against: 'mount options of /proc/sys and AppArmor’s label in the facts',
    of: /^(?:docker exec (\S+) )?sysctl -w (vm\.swappiness)=(\d+)$/,
    answers(claim, [, name, key = '', value = '']) {
      const written = [{ lines: [`${key} = ${value}`] }];
      const view = name === undefined ? claim.view : { container: name };
      if ('host' in view) return written;
      const fence = met(claim, name);
      const options = mountsSeen(view, claim).map((mounts) => mountOf('/proc/sys/vm', mounts)?.options ?? '');
      if (!fence || options.length === 0) return undefined;
      const closed = confined(fence) || options.at(-1)?.startsWith('ro');
      return closed ? [{ lines: [`sysctl: permission denied on key "${key}"`], status: 1 }] : written;
    },
  },
  {
    kind: 'a hostname set from inside',
    against: 'what a container may do that was started without --privileged and --cap-add',
    of: /^hostname isolated$/,
    answers(claim) {
      const right = claim.told.claims.some(({ line }) => /--privileged|SYS_ADMIN/.test(line));
      return right ? undefined : [{ lines: ['hostname: you must be root to change the host name'], status: 1 }];
    },
  },
  {
    kind: 'capability masks',
    against: 'the facts; on the host the highest number of a capability; for a user other than root, none',
    of: /^grep CapEff \/proc\/self\/status$/,
    answers(claim) {
      const facts = after(claim);
      if ('host' in claim.view) {
        const last = facts?.lastCapability;
        return last === undefined ? undefined : oneLine([capEff(((1n << BigInt(last + 1)) - 1n).toString(16))]);
      }
      const fence = met(claim, undefined);
      if (fence) return oneLine([capEff(fence.effective)]);
      return facts && (uidInside(claim.view, facts) ?? 0) > 0 ? oneLine([capEff('0')]) : undefined;
    },
  },
  {
    kind: 'the names in a capability mask',
    against: 'the mask in the facts, bit by bit',
    of: /^capsh --decode=/,
    answers(claim) {
      const fence = met(claim, undefined);
      return fence && [{ lines: [new RegExp(`^0x${fence.effective}=[a-z_,]+$`)] }];
    },
  },
  {
    kind: 'seccomp and no-new-privs',
    against: 'the facts of the process',
    of: /^grep -E NoNewPrivs\|Seccomp \/proc\/self\/status$/,
    answers(claim) {
      const fence = met(claim, undefined);
      if (!fence) return undefined;
      const lines: Line[] = [`NoNewPrivs:\t${fence.noNewPrivs ? 1 : 0}`, `Seccomp:\t${fence.seccomp}`];
      return [{ lines: [...lines, `Seccomp_filters:\t${fence.seccomp === 2 ? 1 : 0}`] }];
    },
  },
  {
    kind: 'AppArmor’s label',
    against: 'the facts of the process',
    of: /^cat \/proc\/self\/attr\/current$/,
    answers: (claim) => oneLine(met(claim, undefined)?.label ? [met(claim, undefined)?.label ?? ''] : []),
  },
];

function capEff(mask: string): string {
  return `CapEff:\t${mask.padStart(16, '0')}`;
}
