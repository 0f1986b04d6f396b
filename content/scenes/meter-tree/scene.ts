import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'meter-tree',
  title: 'Where Docker puts a container',
  lens: 'meter',
  varies: 'Flags',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 11 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 7 },
  },
  takes: {
    default: { label: 'no flags', name: 'none' },
    limits: { label: '--cpus, --memory, --pids-limit', name: 'three limits' },
  },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    shell: { processOf: 'web', comm: 'bash' },
    meter: { cgroupOf: 'web' },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'Start a container and ask for no limit.',
      after:
        'Docker had systemd make a cgroup for it, named after the container’s id, and put its first process there.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      in: {
        limits: {
          run: {
            pane: 'host',
            type: 'docker run -d --name web --cpus 0.25 --memory 64m --pids-limit 20 isolate-lab:13 sleep 600',
          },
          before: 'Start a container with three limits.',
          after: 'The cgroup is made as before. Each flag became one number in one of its files.',
        },
      },
    },
    {
      id: 'tree',
      run: { pane: 'host', type: 'systemd-cgls --no-pager /sys/fs/cgroup/system.slice/docker-*.scope' },
      before: 'A cgroup is a directory. Ask which processes are in this one.',
      after:
        '{sleep.pid} is the container’s first process, {shell.pid} the shell that is open inside. Their scope is below `system.slice`, like the host’s own services.',
      marks: [
        { pane: 'host', text: '{sleep.pid}', entity: 'sleep' },
        { pane: 'host', text: '{shell.pid}', entity: 'shell' },
      ],
    },
    {
      id: 'files',
      run: { pane: 'web', type: 'cat /sys/fs/cgroup/{cpu,memory,pids}.max' },
      before: 'Three of its files hold limits: CPU time, memory, and the number of processes and threads.',
      after:
        'CPU time and memory have no limit. `{meter.pidsMax}` was not set by Docker: the scope has it from systemd’s `DefaultTasksMax`.',
      predict: {
        question: 'No limit was asked for. Which of the three files say `max`?',
        answers: ['all three', '`cpu.max` and `memory.max`', 'none'],
        right: 1,
        proof: { pane: 'web', text: '{meter.pidsMax}' },
        because: 'Docker sets none of them. But systemd makes the scope, and gives every unit a limit on tasks.',
      },
      marks: [{ pane: 'web', text: '{meter.pidsMax}', entity: 'meter' }],
      in: {
        limits: {
          after:
            '{meter.cpuMax}: 25 000 of every 100 000 microseconds. {meter.memoryMax} bytes are 64 MiB. And {meter.pidsMax} tasks.',
          predict: undefined,
          marks: [
            { pane: 'web', text: '{meter.cpuMax}', entity: 'meter' },
            { pane: 'web', text: '{meter.memoryMax}', entity: 'meter' },
          ],
        },
      },
    },
    {
      id: 'raise',
      run: { pane: 'web', type: 'echo max > /sys/fs/cgroup/pids.max' },
      before: 'The shell inside is root. Let it lift the limit.',
      after: 'Inside, the cgroup file system is mounted read-only. The limit is the host’s to set.',
      predict: {
        question: 'Can root inside the container raise its own limit?',
        answers: ['yes, it is root', 'no, the file can’t be written there', 'only with a value below the old one'],
        right: 1,
        proof: { pane: 'web', text: 'Read-only file system' },
        because: 'Docker mounts the cgroup file system read-only in a container that is not privileged.',
      },
    },
  ],
});
