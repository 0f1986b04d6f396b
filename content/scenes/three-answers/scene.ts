import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'three-answers',
  title: 'The same questions, three places',
  lens: 'slab',
  annex: true,
  reads: ['machines'],
  panes: {
    host: { title: 'host', rows: 6 },
    box: { title: 'inside the container', via: 'docker exec -it box bash', opensAfter: 'start', rows: 6 },
    vm: {
      title: 'inside the virtual machine',
      via: "sh -c 'stty raw -echo; (echo; cat) | nc -U /run/vm/console'",
      opensAfter: 'start',
      rows: 6,
    },
  },
  takes: { default: { label: 'one host' } },
  entities: {
    box: { container: 'box' },
    sleep: { firstProcessOf: 'box' },
    name: { namespaceOf: 'box', kind: 'uts' },
    vm: { machine: 'vm' },
    slab: { machine: 'host' },
    host: { host: true },
  },
  prepare: ['mkdir -p /run/annex; mountpoint -q /run/annex || mount -r LABEL=annex /run/annex', '/run/annex/start'],
  veil: ['vm'],
  numbers: [{ number: '12', why: 'the image of the virtual machine, which says so itself in a later step' }],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name box isolate-lab:13 sleep 900' },
      before: 'On this host runs a virtual machine: Debian 12, in QEMU. Start a container beside it.',
      after: 'Three shells are open: on the host, in the container, and on the machine’s serial console.',
      marks: [{ pane: 'host', text: '{box.id}', entity: 'box' }],
      veil: ['vm'],
    },
    {
      id: 'kernel',
      run: [
        { pane: 'host', type: 'uname -r' },
        { pane: 'box', type: 'uname -r' },
        { pane: 'vm', type: 'uname -r' },
      ],
      before: 'Ask all three the same six questions. The first: which kernel answers here?',
      after: 'Host and container: `{slab.kernel}`. The machine: `{vm.kernel}`, a kernel of its own.',
      predict: {
        question: 'Which kernel version, boot id and amount of memory will be the same?',
        answers: ['the container’s and the machine’s', 'the host’s and the container’s', 'all three', 'none'],
        right: 1,
        proof: { pane: 'box', text: '{slab.kernel}' },
        because:
          'A container is processes on the host’s kernel, and the three answers are that kernel’s. The machine has booted its own.',
      },
      marks: [
        { pane: 'host', text: '{slab.kernel}', entity: 'slab' },
        { pane: 'box', text: '{slab.kernel}', entity: 'slab' },
        { pane: 'vm', text: '{vm.kernel}', entity: 'vm' },
      ],
      packet: { from: 'all', to: 'kernel' },
    },
    {
      id: 'boot',
      run: [
        { pane: 'host', type: 'cat /proc/sys/kernel/random/boot_id' },
        { pane: 'box', type: 'cat /proc/sys/kernel/random/boot_id' },
        { pane: 'vm', type: 'cat /proc/sys/kernel/random/boot_id' },
      ],
      before: 'Two kernels could have one version. A boot id is made up anew at each boot: compare that.',
      after: 'One boot for host and container, another for the machine.',
      marks: [
        { pane: 'host', text: '{slab.bootId}', entity: 'slab' },
        { pane: 'box', text: '{slab.bootId}', entity: 'slab' },
        { pane: 'vm', text: '{vm.bootId}', entity: 'vm' },
      ],
    },
    {
      id: 'memory',
      run: [
        { pane: 'host', type: 'free -m' },
        { pane: 'box', type: 'free -m' },
        { pane: 'vm', type: 'free -m' },
      ],
      before: 'How much memory is there?',
      after: 'The container reports all of the host’s memory. The machine reports its own: {vm.megabytes} MiB.',
      marks: [
        { pane: 'host', text: '{slab.megabytes}', line: 'Mem:', entity: 'slab' },
        { pane: 'box', text: '{slab.megabytes}', line: 'Mem:', entity: 'slab' },
        { pane: 'vm', text: '{vm.megabytes}', line: 'Mem:', entity: 'vm' },
      ],
    },
    {
      id: 'count',
      run: [
        { pane: 'host', type: 'ps -e --no-headers | wc -l' },
        { pane: 'box', type: 'ps -e --no-headers | wc -l' },
        { pane: 'vm', type: 'ps -e --no-headers | wc -l' },
      ],
      before: 'How many processes can be seen, `ps` and `wc` included?',
      after:
        'The container sees its own four. The machine sees dozens, nearly all of them kernel threads: a kernel of its own has its own.',
      predict: {
        question: 'Which of the three sees the fewest processes?',
        answers: ['the host', 'the container', 'the virtual machine'],
        right: 1,
        proof: { pane: 'box', text: '4' },
        because:
          'Its PID namespace holds `sleep 900`, the shell, `ps` and `wc`. Kernel threads belong to the kernel, and in the namespace there is none.',
      },
    },
    {
      id: 'log',
      run: [
        { pane: 'host', type: 'dmesg | head -n 1 | cut -c -72' },
        { pane: 'box', type: 'dmesg | head -n 1 | cut -c -72' },
        { pane: 'vm', type: 'dmesg | head -n 1 | cut -c -72' },
      ],
      before: 'The kernel’s log begins with its name. All three shells are root’s. Read the first line.',
      after:
        'Root is root of the machine’s kernel and reads its log. In the container there is no such kernel; the host’s is refused.',
      predict: {
        question: 'All three shells are root’s. Which of them may read a kernel log?',
        answers: ['the host’s', 'the host’s and the machine’s', 'all three'],
        right: 1,
        proof: { pane: 'box', text: 'Operation not permitted' },
        because:
          'The container asks for the host’s log. That takes CAP_SYSLOG, which Docker does not give; its seccomp profile refuses, too.',
      },
      marks: [
        { pane: 'host', text: '{slab.kernel}', entity: 'slab' },
        { pane: 'vm', text: '{vm.kernel}', entity: 'vm' },
      ],
    },
    {
      id: 'names',
      run: [
        { pane: 'host', type: 'hostname' },
        { pane: 'box', type: 'hostname' },
        { pane: 'vm', type: 'hostname' },
      ],
      before: 'The last of the six. What is this place called?',
      after:
        'Three names. The container differs from the host by a namespace, on the same kernel; the machine by having another one.',
      marks: [
        { pane: 'host', text: '{host.hostname}', entity: 'host' },
        { pane: 'box', text: '{box.hostname}', entity: 'name' },
        { pane: 'vm', text: '{vm.hostname}', entity: 'vm' },
      ],
    },
    {
      id: 'outside',
      run: { pane: 'host', type: 'ps -o pid,comm,args -C sleep,qemu-system-x86 | cut -c -60' },
      before: 'Now look from the host for both: the container’s process, and the machine.',
      after:
        '`sleep 900` is process {sleep.pid} here. Of the machine the host sees one process, {vm.pid}: QEMU. What runs in it is not in this list.',
      marks: [
        { pane: 'host', text: '{sleep.pid}', line: 'sleep 900', entity: 'sleep' },
        { pane: 'host', text: '{vm.pid}', line: 'qemu', entity: 'vm' },
      ],
    },
  ],
});
