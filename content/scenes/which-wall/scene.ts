import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'which-wall',
  title: 'Which wall stopped you?',
  lens: 'door',
  varies: 'Fence',
  reads: ['fence'],
  panes: {
    host: { title: 'host', rows: 6 },
    box: { title: 'inside the container', via: 'docker exec -it box bash', opensAfter: 'start', rows: 14 },
  },
  takes: {
    default: { label: 'the whole fence', name: 'whole' },
    caps: { label: '+3 capabilities', name: '+3 caps' },
    seccomp: { label: 'seccomp=unconfined', name: 'no seccomp' },
    apparmor: { label: 'apparmor=unconfined', name: 'no AppArmor' },
  },
  entities: {
    box: { container: 'box' },
    caps: { railOf: 'box', rail: 'caps' },
    seccomp: { railOf: 'box', rail: 'seccomp' },
    apparmor: { railOf: 'box', rail: 'apparmor' },
    paths: { railOf: 'box', rail: 'paths' },
    devices: { railOf: 'box', rail: 'devices' },
  },
  numbers: [{ number: '29.4.3', why: 'moby#48257: the profile’s ABI, in Docker 29.4.3' }],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name box isolate-lab:13 sleep 900' },
      before: 'Start a container with the whole fence.',
      after: 'Six commands follow. Each is refused; the question is by what.',
      marks: [{ pane: 'host', text: '{box.id}', entity: 'box' }],
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
      tries: {
        by: 'box',
        call: 'mount',
        needs: 'sys_admin',
        stoppedBy: 'seccomp',
        behind: ['caps', 'apparmor'],
        says: 'permission denied',
      },
      run: { pane: 'box', type: 'mount -t tmpfs none /mnt' },
      before: 'Mount something.',
      after: 'Refused. The message does not say by whom.',
      predict: {
        question: '`mount` is refused. Which is the least that lets it through?',
        answers: [
          'to take down the filter of seccomp',
          'to grant a capability',
          'to take down the AppArmor profile',
          'to grant a capability and take down the profile',
        ],
        right: 3,
        proof: { pane: 'box', text: 'permission denied' },
        because:
          'It takes CAP_SYS_ADMIN, for which the filter opens by itself. The profile denies even then. The next scene does both.',
      },
      marks: [{ pane: 'box', text: 'permission denied', entity: 'caps' }],
      in: {
        caps: {
          tries: { by: 'box', call: 'mount', needs: 'sys_admin', stoppedBy: 'apparmor', says: 'mount point busy' },
          after:
            'Refused in other words, and misleading ones: nothing is mounted there. The capability is granted, and the profile still denies.',
          predict: undefined,
          marks: [{ pane: 'box', text: 'mount point busy', entity: 'apparmor' }],
        },
        seccomp: {
          tries: {
            by: 'box',
            call: 'mount',
            needs: 'sys_admin',
            stoppedBy: 'caps',
            behind: ['apparmor'],
            says: 'permission denied',
          },
          after: 'Refused as before: the capability is missing.',
          predict: undefined,
        },
        apparmor: {
          tries: {
            by: 'box',
            call: 'mount',
            needs: 'sys_admin',
            stoppedBy: 'seccomp',
            behind: ['caps'],
            says: 'permission denied',
          },
          after: 'Refused as before: the capability is missing.',
          predict: undefined,
        },
      },
    },
    {
      id: 'unshare',
      tries: {
        by: 'box',
        call: 'unshare(2)',
        stoppedBy: 'seccomp',
        behind: ['apparmor'],
        says: 'Operation not permitted',
      },
      run: { pane: 'box', type: 'unshare --user id -u' },
      before: 'Make a user namespace, which by itself needs no capability.',
      after: 'Refused: “Operation not permitted”. From Docker 29.4.3 on the filter stands alone in the way.',
      predict: {
        question: 'Docker 28.5.2: no capability is needed. Which is the least that lets it through?',
        answers: ['to take down the filter of seccomp', 'to take down the AppArmor profile', 'to take down both'],
        right: 2,
        proof: { pane: 'box', text: 'Operation not permitted' },
        because:
          'Without the filter this profile refuses in its stead; without the profile the filter does. The next scene takes down both.',
      },
      marks: [{ pane: 'box', text: 'Operation not permitted', entity: 'seccomp' }],
      in: {
        caps: {
          tries: { by: 'box', call: 'unshare(2)', stoppedBy: 'apparmor', says: 'Permission denied' },
          after:
            'Another message: CAP_SYS_ADMIN has opened the filter for this call, and behind it AppArmor says “Permission denied”.',
          predict: undefined,
          marks: [{ pane: 'box', text: 'Permission denied', entity: 'apparmor' }],
        },
        seccomp: {
          tries: { by: 'box', call: 'unshare(2)', stoppedBy: 'apparmor', says: 'Permission denied' },
          after: 'Another message: with the filter gone, AppArmor refuses in its stead.',
          predict: undefined,
          marks: [{ pane: 'box', text: 'Permission denied', entity: 'apparmor' }],
        },
        apparmor: {
          tries: { by: 'box', call: 'unshare(2)', stoppedBy: 'seccomp', says: 'Operation not permitted' },
          after: 'The message of the whole fence: the filter stands.',
          predict: undefined,
        },
      },
    },
    {
      id: 'date',
      tries: {
        by: 'box',
        call: 'clock_settime(2)',
        needs: 'sys_time',
        stoppedBy: 'seccomp',
        behind: ['caps'],
        says: 'Operation not permitted',
      },
      run: { pane: 'box', type: 'date +%T -s now' },
      before: 'Set the clock, to what it shows.',
      after: 'Refused. The second line is only the time that `date` wanted.',
      predict: {
        question: 'And the clock: which is the least that lets it be set?',
        answers: ['to take down the filter of seccomp', 'to grant a capability', 'to take down the AppArmor profile'],
        right: 1,
        proof: { pane: 'box', text: 'Operation not permitted' },
        because:
          'With CAP_SYS_TIME it is set: the filter opens with the capability, and the profile does not speak of it.',
      },
      marks: [{ pane: 'box', text: 'Operation not permitted', entity: 'caps' }],
      in: {
        caps: {
          tries: { by: 'box', call: 'clock_settime(2)', needs: 'sys_time', says: '06:31:59' },
          after: 'Set. One capability was the smallest set, and it opened the filter besides.',
          predict: undefined,
          marks: [],
        },
        seccomp: {
          tries: {
            by: 'box',
            call: 'clock_settime(2)',
            needs: 'sys_time',
            stoppedBy: 'caps',
            says: 'Operation not permitted',
          },
          after: 'Refused as before: CAP_SYS_TIME is missing.',
          predict: undefined,
        },
        apparmor: {
          tries: {
            by: 'box',
            call: 'clock_settime(2)',
            needs: 'sys_time',
            stoppedBy: 'seccomp',
            behind: ['caps'],
            says: 'Operation not permitted',
          },
          after: 'Refused as before: CAP_SYS_TIME is missing.',
          predict: undefined,
        },
      },
    },
    {
      id: 'dmesg',
      tries: {
        by: 'box',
        call: 'syslog(2)',
        needs: 'syslog',
        stoppedBy: 'seccomp',
        behind: ['caps'],
        says: 'Operation not permitted',
      },
      run: { pane: 'box', type: 'dmesg | head -n 1' },
      before: 'Read the kernel’s log.',
      after: 'Refused, and again it is a capability that is missing: CAP_SYSLOG.',
      marks: [{ pane: 'box', text: 'Operation not permitted', entity: 'caps' }],
      in: {
        caps: {
          tries: { by: 'box', call: 'syslog(2)', needs: 'syslog', says: 'Linux version' },
          after: 'The first line of the host’s log, read from inside.',
          marks: [],
        },
        seccomp: {
          tries: { by: 'box', call: 'syslog(2)', needs: 'syslog', stoppedBy: 'caps', says: 'Operation not permitted' },
          after: 'Refused as before: CAP_SYSLOG is missing.',
        },
        apparmor: {
          tries: {
            by: 'box',
            call: 'syslog(2)',
            needs: 'syslog',
            stoppedBy: 'seccomp',
            behind: ['caps'],
            says: 'Operation not permitted',
          },
          after: 'Refused as before: CAP_SYSLOG is missing.',
        },
      },
    },
    {
      id: 'disk',
      tries: { by: 'box', call: 'open(2) of 254:0', stoppedBy: 'devices', says: 'Operation not permitted' },
      run: { pane: 'box', type: 'mknod /tmp/disk b 254 0; head -c 4 /tmp/disk' },
      before: 'Make a node for the host’s disk, which is device 254:0, and read four bytes of it.',
      after: '`mknod` has nothing to say: the node is there. `head` cannot open it.',
      predict: {
        question: 'Two commands. Which one is refused?',
        answers: ['mknod', 'head', 'both', 'neither'],
        right: 1,
        proof: { pane: 'box', text: 'cannot open' },
        because: 'CAP_MKNOD is among the {caps.granted}. The list of devices is asked when a node is opened.',
      },
      marks: [{ pane: 'box', text: 'Operation not permitted', entity: 'devices' }],
      in: {
        caps: { after: 'The same. No capability opens a device that is not on the list.', predict: undefined },
        seccomp: { after: 'The same: this rail is another one.', predict: undefined },
        apparmor: { after: 'The same: this rail is another one.', predict: undefined },
      },
    },
    {
      id: 'sysctl',
      tries: { by: 'box', call: 'open(2)', stoppedBy: 'paths', says: 'permission denied' },
      run: { pane: 'box', type: 'sysctl -w vm.swappiness=60' },
      before: 'Set a knob of the kernel to the value that it has.',
      after: 'Refused: /proc/sys is mounted read-only. Whether that is all, the next scene shows.',
      marks: [{ pane: 'box', text: 'permission denied', entity: 'paths' }],
      in: {
        caps: { after: 'Refused as before: no capability of these makes a read-only mount writable.' },
        seccomp: { after: 'Refused as before: the mount is read-only.' },
        apparmor: { after: 'Refused as before: the mount is read-only.' },
      },
    },
  ],
});
