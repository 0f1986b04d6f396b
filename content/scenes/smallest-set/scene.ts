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
  steps: [
    {
      id: 'filters',
      run: {
        pane: 'host',
        type: 'docker run -d --name box --security-opt seccomp=unconfined --security-opt apparmor=unconfined isolate-lab:13 sleep 900',
      },
      before: 'Open two rails: no filter for system calls, and no AppArmor profile.',
      after: 'The capabilities are still {caps.granted}.',
    },
    {
      id: 'unshare',
      run: { pane: 'host', type: 'docker exec box unshare --user id -u' },
      before: 'Neither rail alone let a user namespace be made. Both together?',
      after: 'x',
    },
    {
      id: 'mount',
      run: { pane: 'host', type: 'docker exec box mount -t tmpfs none /mnt' },
      before: 'And mount, which needs a capability?',
      after: 'x',
    },
    {
      id: 'both',
      run: {
        pane: 'host',
        type: "docker rm -f box; docker run -d --name box --cap-add SYS_ADMIN --security-opt apparmor=unconfined isolate-lab:13 sleep 900; docker exec box sh -c 'mount -t tmpfs none /mnt && findmnt -n /mnt'",
      },
      before: 'A new container, with the capability and without the profile. The filter stays on.',
      after: 'x',
    },
    {
      id: 'device',
      run: {
        pane: 'host',
        type: "docker rm -f box; docker run -d --name box --device-cgroup-rule 'b 254:0 r' isolate-lab:13 sleep 900; docker exec box sh -c 'mknod /tmp/disk b 254 0; od -A d -t x2 -j 1080 -N 2 /tmp/disk'",
      },
      before:
        'A new container with the whole fence, but for one line in its list of devices: read block device 254:0, the host’s disk.',
      after: 'x',
    },
    {
      id: 'paths',
      run: {
        pane: 'host',
        type: 'docker rm -f box; docker run -d --name box --security-opt systempaths=unconfined isolate-lab:13 sleep 900; docker exec box sysctl -w vm.swappiness=10',
      },
      before: 'A new container without masked and read-only paths. Turn the host’s knob.',
      after: 'x',
    },
    {
      id: 'paths-apparmor',
      run: {
        pane: 'host',
        type: 'docker rm -f box; docker run -d --name box --security-opt systempaths=unconfined --security-opt apparmor=unconfined isolate-lab:13 sleep 900; docker exec box sysctl -w vm.swappiness=10',
      },
      before: 'The same without the AppArmor profile.',
      after: 'x',
    },
    {
      id: 'host',
      run: { pane: 'host', type: 'sysctl vm.swappiness; sysctl -w vm.swappiness=60' },
      before: 'Read the knob on the host, and put it back.',
      after: 'x',
    },
  ],
});
