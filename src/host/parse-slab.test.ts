import { describe, expect, test } from 'vitest';
import { parseDevices, parseFence, parsePython, parseSlab } from './parse-slab.ts';

const id = '4f'.repeat(32);
// As Linux 7.2 and Docker 28.5 print them.
const slab = `clock:1795500250
disk:3069730 4096 786432
/proc/loadavg:11.25 9.05 5.03 8/248 17
/proc/key-users:    0:    56 55/55 39/1000000 971/25000000
/proc/key-users: 1500:     2 2/2 2/200 28/20000
/proc/sys/kernel/random/boot_id:8f1e04c2-1111-4222-8333-444455556666
/proc/sys/vm/swappiness:60
/proc/sys/kernel/dmesg_restrict:1
/proc/meminfo:MemTotal:        4013728 kB
python:${id} 131842 6832784`;

describe('what is shared', () => {
  test('is read from the files that hold it', () => {
    expect(parseSlab(slab)).toEqual({
      bootId: '8f1e04c2-1111-4222-8333-444455556666',
      clock: 1795500250,
      memory: 4013728,
      load: ['11.25', '9.05', '5.03'],
      keyUsers: [
        { uid: 0, keys: 55 },
        { uid: 1500, keys: 2 },
      ],
      sysctls: { 'kernel.dmesg_restrict': '1', 'vm.swappiness': '60' },
      disk: { size: 12278920, inodes: 786432 },
    });
    expect(parsePython(slab).get(id)).toEqual({ inode: 131842, size: 6832784 });
  });

  test('is not guessed when a file is missing', () => {
    expect(() => parseSlab(slab.replace('clock:', 'watch:'))).toThrow('has no clock under "== slab"');
  });
});

describe('the fence', () => {
  const fence = `last:40
/proc/1/status:CapPrm:\t000001ffffffffff
/proc/908/status:CapPrm:\t00000000a80425fb
/proc/908/status:CapEff:\t00000000a80425fb
/proc/908/status:CapBnd:\t00000000a80425fb
/proc/908/status:NoNewPrivs:\t1
/proc/908/status:Seccomp:\t2
/proc/908/current:docker-default (enforce)
devices:${id} false ["b 254:0 r"] [{"PathOnHost":"/dev/fuse","PathInContainer":"/dev/fuse"}]`;

  test('is read of each process', () => {
    const { last, byPid } = parseFence(fence);
    expect(last).toBe(40);
    expect(byPid.get(908)).toEqual({
      permitted: '00000000a80425fb',
      effective: '00000000a80425fb',
      bounding: '00000000a80425fb',
      noNewPrivs: true,
      seccomp: 2,
      label: 'docker-default (enforce)',
    });
  });

  test('tells which devices were asked for, and all of them', () => {
    expect(parseDevices(fence).get(id)).toEqual({ all: false, rules: ['b 254:0 r', '/dev/fuse'] });
    expect(parseDevices(`devices:${id} true null null`).get(id)).toEqual({ all: true, rules: [] });
    expect(parseDevices(`devices:${id} false null []`).get(id)).toEqual({ all: false, rules: [] });
  });
});
