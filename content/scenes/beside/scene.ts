import { defineScene } from '../../../src/recording/script.ts';

const loops = "timeout 6 bash -c 'while :; do :; done & while :; do :; done'";

export default defineScene({
  id: 'beside',
  title: 'One container takes every CPU',
  lens: 'meter',
  varies: 'CPU',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 9 },
    greedy: { title: 'inside greedy', via: 'docker exec -it greedy bash', opensAfter: 'web', rows: 7 },
    web: { title: 'inside web', via: 'docker exec -it web bash', opensAfter: 'web', rows: 5 },
  },
  takes: {
    default: { label: 'no limit', name: 'no limit' },
    cpus: { label: '--cpus 0.5', name: 'half a CPU' },
  },
  entities: {
    greedy: { container: 'greedy' },
    web: { container: 'web' },
    meter: { cgroupOf: 'greedy' },
    host: { host: true },
  },
  steps: [
    {
      id: 'greedy',
      run: { pane: 'host', type: 'docker run -d --name greedy isolate-lab:13 sleep 600' },
      before: 'Two containers. The first will take what it gets. It has no limit.',
      after: 'By default, a container has none.',
      marks: [{ pane: 'host', text: '{greedy.id}', entity: 'greedy' }],
      in: {
        cpus: {
          run: { pane: 'host', type: 'docker run -d --name greedy --cpus 0.5 isolate-lab:13 sleep 600' },
          before: 'Two containers. The first will take what it gets, up to half a CPU.',
          after: 'A quota: half a CPU, whoever else is there.',
        },
      },
    },
    {
      id: 'web',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'The second one, with no limit.',
      after: 'They are neighbours now.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'files',
      run: { pane: 'greedy', type: 'cat /sys/fs/cgroup/cpu.{max,weight}' },
      before: 'Read the first one’s quota and its weight.',
      after: '`max`: no quota. Weight {meter.cpuWeight}, as every cgroup has unless someone sets it.',
      marks: [{ pane: 'greedy', text: '{meter.cpuMax}', entity: 'meter' }],
      in: {
        cpus: { after: '{meter.cpuMax}: half of each period. The weight is the usual {meter.cpuWeight}.' },
      },
    },
    {
      id: 'alone',
      run: [
        { pane: 'greedy', type: loops },
        { pane: 'host', type: 'top -bn2 -d3 | grep Cpu | tail -1' },
      ],
      sample: { of: 'cpu', everyMs: 50 },
      before: 'The first container runs two loops, one for each CPU. What is left for the rest?',
      after: 'Next to nothing stays idle (`id`): what the host’s own processes leave, one container takes.',
      predict: {
        question: 'Nothing else runs but the host’s own services. How much of the host’s CPU time stays idle?',
        answers: ['about half: one container of two', 'next to none'],
        right: 1,
        proof: { pane: 'host', text: ' id' },
        because: 'Without a limit only others who want the CPU bound a container, and nobody else does.',
      },
      expects: [{ pane: 'host', number: ' id', most: 5 }],
      in: {
        cpus: {
          predict: undefined,
          expects: [{ pane: 'host', number: ' id', least: 50 }],
          after: 'The same loops, held to half a CPU between them. The rest of the host’s CPU time stays idle (`id`).',
        },
      },
    },
    {
      id: 'beside',
      run: [
        { pane: 'greedy', type: loops },
        { pane: 'web', type: loops },
      ],
      sample: { of: 'cpu', everyMs: 50 },
      before: 'Now both containers run two loops each.',
      after: 'Equal weights: what there is goes half and half. The neighbour got half a host, not the whole.',
      in: {
        cpus: { after: 'The first is held to its quota again, and the neighbour has everything else.' },
      },
    },
  ],
});
