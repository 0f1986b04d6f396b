import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'fourteen',
  title: 'What stands between root and the kernel',
  lens: 'door',
  varies: 'Started',
  reads: ['fence'],
  panes: {
    host: { title: 'host', rows: 8 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 14 },
  },
  takes: {
    default: { label: 'as Docker starts it', name: 'by default' },
    privileged: { label: '--privileged', name: '--privileged' },
  },
  entities: {
    web: { container: 'web' },
    caps: { railOf: 'web', rail: 'caps' },
    seccomp: { railOf: 'web', rail: 'seccomp' },
    apparmor: { railOf: 'web', rail: 'apparmor' },
    paths: { railOf: 'web', rail: 'paths' },
    devices: { railOf: 'web', rail: 'devices' },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 900' },
      before: 'Start a container, and look below its floor.',
      after:
        'Between the room and the slab stands a fence of five rails. The container runs as root, and without most of root’s power.',
      veil: ['caps', 'seccomp', 'apparmor', 'paths'],
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      in: {
        privileged: {
          veil: undefined,
          run: { pane: 'host', type: 'docker run -d --name web --privileged isolate-lab:13 sleep 900' },
          before: 'Start it with `--privileged`.',
          after: 'The fence is gone. The wall is not: the namespaces are the container’s own.',
        },
      },
    },
    {
      id: 'caps',
      reports: [{ of: 'CapEff', value: '000001ffffffffff' }],
      run: [
        { pane: 'host', type: 'grep CapEff /proc/self/status' },
        { pane: 'web', type: 'grep CapEff /proc/self/status' },
      ],
      before: 'Linux cuts root’s power into {caps.known} capabilities, bits of a mask. Print it on both sides.',
      after: 'The host’s root has all {caps.known}. The container’s root has {caps.granted}: mask {caps.mask}.',
      veil: ['seccomp', 'apparmor', 'paths'],
      predict: {
        question: 'Of the {caps.known} capabilities, how many does root have in a container?',
        answers: ['all {caps.known}', '27', '{caps.granted}', 'none'],
        right: 2,
        proof: { pane: 'web', text: '{caps.mask}' },
        because: 'Docker grants a list of {caps.granted} and drops the rest, user namespace or not.',
      },
      marks: [{ pane: 'web', text: '{caps.mask}', entity: 'caps' }],
      in: {
        privileged: { veil: undefined, after: 'All {caps.known}, as on the host.', predict: undefined },
      },
    },
    {
      id: 'names',
      reports: [{ of: 'capabilities', by: 'web', says: 'cap_chown' }],
      run: { pane: 'web', type: 'capsh --decode=$(grep CapEff /proc/self/status | cut -f 2)' },
      before: 'Have the bits named.',
      after:
        'Fourteen names, among them chown, setuid and net_bind_service. Not among them: sys_admin, sys_time, syslog, sys_module, net_admin.',
      veil: ['seccomp', 'apparmor', 'paths'],
      in: {
        privileged: {
          veil: undefined,
          after:
            'Everything, sys_admin, sys_module and sys_rawio among it: to mount, to load code into the kernel, to write to its devices.',
        },
      },
    },
    {
      id: 'seccomp',
      run: { pane: 'web', type: "grep -E 'NoNewPrivs|Seccomp' /proc/self/status" },
      before: 'The topmost rail is a filter, which a system call meets first of all.',
      after: '`Seccomp: 2` is a filter. NoNewPrivs is 0: setuid programs may still gain what the fence leaves.',
      veil: ['apparmor', 'paths'],
      marks: [{ pane: 'web', text: '{seccomp.mode}', line: 'Seccomp:', entity: 'seccomp' }],
      in: {
        privileged: { veil: undefined, after: '`Seccomp: 0`: no filter. Every system call reaches the kernel.' },
      },
    },
    {
      id: 'apparmor',
      run: { pane: 'web', type: 'cat /proc/self/attr/current' },
      before: 'The lowest rail is a profile: what a program may do, whoever it runs as.',
      after: 'Docker’s own profile, enforced. It denies mount, and writes to most of /proc and /sys.',
      veil: ['paths'],
      marks: [{ pane: 'web', text: '{apparmor.profile}', entity: 'apparmor' }],
      in: {
        privileged: { veil: undefined, after: 'Unconfined.' },
      },
    },
    {
      id: 'paths',
      run: { pane: 'web', type: 'findmnt -rn -o TARGET,FSTYPE,OPTIONS | grep ^/proc/' },
      before: 'Above it is a rail of mounts, over files that tell too much or are not to be written.',
      after:
        'The drawing counts those below /sys too: {paths.masked} masked, {paths.readOnly} read-only. Behind /proc/keys there is now /dev/null, behind /proc/acpi an empty tmpfs.',
      marks: [{ pane: 'web', text: '/proc/sys ', entity: 'paths' }],
      in: {
        privileged: {
          after: 'Nothing is mounted over anything in /proc.',
          marks: [],
        },
      },
    },
  ],
});
