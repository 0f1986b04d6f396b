import type { Scale } from '../src/diagram/scale.ts';

/** What isolation costs, by those who measured it; the chapter on machines names where each figure is written. */
export const costs: Scale[] = [
  {
    title: 'From start to running',
    unit: 'ms',
    figures: [
      { name: 'a process', value: 1, conditions: 'Manco et al. 2017: fork and exec on Linux' },
      {
        name: 'a unikernel in LightVM',
        value: 2.3,
        conditions: 'Manco et al. 2017: on Xen with their own toolstack; a guest that holds one program and no Linux',
      },
      {
        name: 'a Firecracker microVM',
        value: 125,
        bound: 'most',
        conditions:
          'Firecracker’s specification: from InstanceStart to the guest’s /sbin/init; minimal kernel and root, no serial console, an i3.metal host',
      },
      {
        name: 'docker run with runsc',
        value: 1144,
        conditions:
          'gVisor’s performance guide: “true” in Alpine, in a VM of Google’s cloud (n1-standard-4), Linux 4.19; most of it is Docker',
      },
      { name: 'docker run with runc', value: 1193, conditions: 'the same guide, image and machine' },
    ],
  },
  {
    title: 'Memory for one more',
    unit: 'MiB',
    figures: [
      {
        name: 'a container of runc',
        value: 3.9,
        conditions: 'gVisor’s performance guide: “sleep”, 50 at once, by the memory left on the host; n1-standard-4',
      },
      {
        name: 'a container of runsc',
        value: 22.6,
        conditions: 'the same guide, program and machine; on the ptrace platform, which gVisor has since replaced',
      },
      {
        name: 'a Firecracker microVM',
        value: 5,
        bound: 'most',
        conditions: 'Firecracker’s specification: the monitor alone, beside the guest’s own 128 MiB; 1 vCPU',
      },
      {
        name: 'a Kata pod, Firecracker',
        value: 130,
        conditions: 'Kata 4.1: reserved beside what the containers ask for; a setting, not a measurement',
      },
      {
        name: 'a Kata pod, QEMU',
        value: 320,
        conditions: 'Kata 4.1: likewise, set for ARM; about 160 too much on x86, says the file',
      },
    ],
  },
];
