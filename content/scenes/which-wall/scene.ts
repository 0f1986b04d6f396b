import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'which-wall',
  title: 'Which wall stopped you?',
  lens: 'door',
  reads: ['fence'],
  panes: {
    host: { title: 'host', rows: 6 },
    box: { title: 'inside the container', via: 'docker exec -it box bash', opensAfter: 'start', rows: 14 },
  },
  takes: {
    default: { label: 'the whole fence' },
    caps: { label: '+3 capabilities' },
    seccomp: { label: 'seccomp=unconfined' },
    apparmor: { label: 'apparmor=unconfined' },
  },
  entities: {
    box: { container: 'box' },
    caps: { railOf: 'box', rail: 'caps' },
    seccomp: { railOf: 'box', rail: 'seccomp' },
    apparmor: { railOf: 'box', rail: 'apparmor' },
    paths: { railOf: 'box', rail: 'paths' },
    devices: { railOf: 'box', rail: 'devices' },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name box isolate-lab:13 sleep 900' },
      before: 'Start a container with the whole fence.',
      after: 'Six commands follow. Each is refused; the question is by what.',
      in: {
        caps: {
          run: {
            pane: 'host',
            type: 'docker run -d --name box --cap-add SYS_ADMIN --cap-add SYS_TIME --cap-add SYSLOG isolate-lab:13 sleep 900',
          },
          before: 'Open one rail: grant three capabilities more, and leave the others closed.',
          after: '{caps.granted} of {caps.known}. The other rails stand.',
        },
        seccomp: {
          run: {
            pane: 'host',
            type: 'docker run -d --name box --security-opt seccomp=unconfined isolate-lab:13 sleep 900',
          },
          before: 'Open one rail: no filter for system calls.',
          after: 'Seccomp is off. The other rails stand.',
        },
        apparmor: {
          run: {
            pane: 'host',
            type: 'docker run -d --name box --security-opt apparmor=unconfined isolate-lab:13 sleep 900',
          },
          before: 'Open one rail: no AppArmor profile.',
          after: 'AppArmor is off. The other rails stand.',
        },
      },
    },
    {
      id: 'mount',
      run: { pane: 'box', type: 'mount -t tmpfs none /mnt' },
      before: 'Mount something.',
      after: 'x',
    },
    {
      id: 'unshare',
      run: { pane: 'box', type: 'unshare --user id -u' },
      before: 'Make a user namespace. On the host, any user may.',
      after: 'x',
    },
    {
      id: 'date',
      run: { pane: 'box', type: 'date +%T -s now' },
      before: 'Set the clock, to what it shows.',
      after: 'x',
    },
    {
      id: 'dmesg',
      run: { pane: 'box', type: 'dmesg | head -n 1' },
      before: 'Read the kernel’s log.',
      after: 'x',
    },
    {
      id: 'disk',
      run: { pane: 'box', type: 'mknod /tmp/disk b 254 0; head -c 4 /tmp/disk' },
      before: 'Make a node for the host’s disk, which is device 254:0, and read four bytes of it.',
      after: 'x',
    },
    {
      id: 'sysctl',
      run: { pane: 'box', type: 'sysctl -w vm.swappiness=60' },
      before: 'Set a knob of the kernel to the value that it has.',
      after: 'x',
    },
  ],
});
