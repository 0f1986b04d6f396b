import { answeredElsewhere, others, pluggedInto, ready, readyBridges } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

export const network: Lesson = {
  id: 'network',
  title: 'A network of your own',
  minutes: 10,
  chapter: 'Network',
  lens: 'net',
  reads: ['net'],
  before:
    'A new network namespace has one interface, `lo`, and it is down. Make two of them, lay a cable from each to a bridge on the host, and let one call the other.',
  goals: [
    {
      say: 'Two processes stand in network namespaces of their own.',
      hints: [
        'One can be the shell that you type into, the other one that only waits.',
        'In shell 2 `unshare -n sleep 9999 &`, in shell 1 `unshare -n sh`.',
      ],
      reached: (now) => others('net', now).length >= 2,
    },
    {
      say: 'The host has a bridge that is up and has an address.',
      hints: [
        '`ip link add` makes devices of many types, and one of them is `bridge`.',
        'In shell 2, the host’s: `ip link add br0 type bridge`, `ip addr add 10.0.0.1/24 dev br0`, `ip link set br0 up`.',
      ],
      reached: (now) => readyBridges(now).length > 0,
    },
    {
      say: 'From each of the two a cable leads to the bridge.',
      hints: [
        'A cable is a pair of devices of type `veth`. One end stays on the host and is plugged in with `master`, the other is moved by the number of a process.',
        'For each of the two: `ip link add veth1 master br0 type veth peer name eth0 netns PID`, then `ip link set veth1 up`. The diagram says which PIDs.',
      ],
      reached: (now) => readyBridges(now).some((bridge) => pluggedInto(bridge, now).length >= 2),
    },
    {
      say: 'Inside both, the end of the cable is up and has an address.',
      hints: [
        'Shell 1 is inside one of them. Into the other, `nsenter` leads for one command.',
        'In shell 1 `ip addr add 10.0.0.2/24 dev eth0` and `ip link set eth0 up`; in shell 2 the same with 10.0.0.3, each behind `nsenter -n -t PID`.',
      ],
      reached: (now) => readyBridges(now).some((bridge) => pluggedInto(bridge, now).filter(ready).length >= 2),
    },
    {
      say: 'One has called the other and was answered.',
      hints: [
        '`ping` calls; the kernel counts the answers, in each namespace for itself.',
        'In shell 1 `ping -c 1 10.0.0.3`.',
      ],
      reached: answeredElsewhere,
    },
  ],
  after:
    'These are the devices that Docker makes: its bridge is called docker0, and each container has one end of a cable to it.',
  solution: [
    { shell: 2, type: 'unshare -n sleep 9999 &' },
    { shell: 1, type: 'unshare -n sh' },
    { shell: 2, type: 'ip link add br0 type bridge', after: 1 },
    { shell: 2, type: 'ip addr add 10.0.0.1/24 dev br0' },
    { shell: 2, type: 'ip link set br0 up' },
    { shell: 2, type: 'ip link add veth1 master br0 type veth peer name eth0 netns {pid}', after: 2 },
    { shell: 2, type: 'ip link add veth2 master br0 type veth peer name eth0 netns {older}' },
    { shell: 2, type: 'ip link set veth1 up' },
    { shell: 2, type: 'ip link set veth2 up' },
    { shell: 1, type: 'ip addr add 10.0.0.2/24 dev eth0', after: 3 },
    { shell: 1, type: 'ip link set eth0 up' },
    { shell: 2, type: 'nsenter -n -t {older} ip addr add 10.0.0.3/24 dev eth0' },
    { shell: 2, type: 'nsenter -n -t {older} ip link set eth0 up' },
    { shell: 1, type: 'ping -c 1 10.0.0.3', after: 4 },
  ],
};
