import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'smallest-set',
  title: 'The smallest set that lets it through',
  lens: 'door',
  reads: ['fence'],
  panes: { host: { title: 'host', rows: 14 } },
  takes: { default: { label: 'rails opened together' } },
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
      id: 'filters',
      run: {
        pane: 'host',
        type: 'docker run -d --name box --security-opt seccomp=unconfined --security-opt apparmor=unconfined isolate-lab:13 sleep 900',
      },
      before: 'Open two rails: no filter for system calls, and no AppArmor profile.',
      after: 'Two rails are dotted. The capabilities are still {caps.granted}.',
      marks: [{ pane: 'host', text: '{box.id}', entity: 'box' }],
    },
    {
      id: 'unshare',
      tries: { by: 'box', call: 'unshare(2)', says: '65534' },
      run: { pane: 'host', type: 'docker exec box unshare --user id -u' },
      before: 'Neither rail alone let a user namespace be made. Both together?',
      after:
        'It prints 65534, nobody: made, and no id is mapped in it yet. The smallest set on Docker 28.5.2: filter and profile. From Docker 29.4.3 on: the filter.',
      marks: [{ pane: 'host', text: '65534', entity: 'box' }],
    },
    {
      id: 'mount',
      tries: { by: 'box', call: 'mount', needs: 'sys_admin', stoppedBy: 'caps', says: 'permission denied' },
      run: { pane: 'host', type: 'docker exec box mount -t tmpfs none /mnt' },
      before: 'And mount, which needs a capability?',
      after: 'Refused: no filter, no profile, and no CAP_SYS_ADMIN either.',
      predict: {
        question: 'Filter and profile are gone. Does mount work now?',
        answers: ['yes', 'no'],
        right: 1,
        proof: { pane: 'host', text: 'permission denied' },
        because: 'The capability is asked for by the kernel itself, filter or not.',
      },
      marks: [{ pane: 'host', text: 'permission denied', entity: 'caps' }],
    },
    {
      id: 'both',
      tries: { by: 'box', call: 'mount', needs: 'sys_admin', says: '/mnt none tmpfs' },
      run: {
        pane: 'host',
        type: "docker rm -f box; docker run -d --name box --cap-add SYS_ADMIN --security-opt apparmor=unconfined isolate-lab:13 sleep 900; docker exec box sh -c 'mount -t tmpfs none /mnt && findmnt -n /mnt'",
      },
      before: 'A new container, with the capability and without the profile. The filter stays on.',
      after:
        'Mounted: the last line shows it. The smallest set for mount is the capability and the profile. The filter is on, and lets the call through.',
      marks: [
        { pane: 'host', text: '{box.id}', entity: 'box' },
        { pane: 'host', text: '/mnt', line: 'tmpfs', entity: 'caps' },
      ],
    },
    {
      id: 'device',
      tries: { by: 'box', call: 'open(2) of 254:0', says: 'ef53' },
      run: {
        pane: 'host',
        type: "docker rm -f box; docker run -d --name box --device-cgroup-rule 'b 254:0 r' isolate-lab:13 sleep 900; docker exec box sh -c 'mknod /tmp/disk b 254 0; od -A d -t x2 -j 1080 -N 2 /tmp/disk'",
      },
      before: 'A new container. One device more is on its list, to be read: 254:0, the host’s disk.',
      after:
        'Two bytes of the host’s disk, read inside: ef53, the mark of an ext4 file system. One line of one list was the whole difference.',
      marks: [
        { pane: 'host', text: '{box.id}', entity: 'box' },
        { pane: 'host', text: 'ef53', entity: 'devices' },
      ],
    },
    {
      id: 'paths',
      tries: { by: 'box', call: 'open(2)', stoppedBy: 'apparmor', says: 'permission denied' },
      run: {
        pane: 'host',
        type: 'docker rm -f box; docker run -d --name box --security-opt systempaths=unconfined isolate-lab:13 sleep 900; docker exec box sysctl -w vm.swappiness=10',
      },
      before: 'A new container without masked and read-only paths. Turn the host’s knob.',
      after: 'Refused still. Nothing is mounted read-only there any more; the profile denies the write.',
      predict: {
        question: '/proc/sys is no longer read-only. Can root inside set the knob?',
        answers: ['yes', 'no'],
        right: 1,
        proof: { pane: 'host', text: 'permission denied' },
        because: 'Two rails stand in one place: the mount, and AppArmor behind it.',
      },
      marks: [
        { pane: 'host', text: '{box.id}', entity: 'box' },
        { pane: 'host', text: 'permission denied', entity: 'apparmor' },
      ],
    },
    {
      id: 'paths-apparmor',
      tries: { by: 'box', call: 'open(2)', says: 'vm.swappiness = 10' },
      run: {
        pane: 'host',
        type: 'docker rm -f box; docker run -d --name box --security-opt systempaths=unconfined --security-opt apparmor=unconfined isolate-lab:13 sleep 900; docker exec box sysctl -w vm.swappiness=10',
      },
      before: 'The same without the AppArmor profile.',
      after: 'Set. Both had to go: the read-only mount and the profile.',
      marks: [
        { pane: 'host', text: '{box.id}', entity: 'box' },
        { pane: 'host', text: 'vm.swappiness = 10', entity: 'paths' },
      ],
    },
    {
      id: 'host',
      reports: [{ of: 'vm.swappiness', value: '60' }],
      run: { pane: 'host', type: 'sysctl vm.swappiness; sysctl -w vm.swappiness=60' },
      before: 'Read the knob on the host, and put it back.',
      after: 'It reads 10: the container has set the host’s knob. The second command puts it back.',
    },
  ],
});
