import { defineScene } from '../../../src/recording/script.ts';

const loops = "timeout 6 bash -c 'while :; do :; done & while :; do :; done'";

export default defineScene({
  id: 'beside',
  title: 'One container takes every CPU',
  lens: 'meter',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 9 },
    greedy: { title: 'inside greedy', via: 'docker exec -it greedy bash', opensAfter: 'web', rows: 7 },
    web: { title: 'inside web', via: 'docker exec -it web bash', opensAfter: 'web', rows: 5 },
  },
  takes: {
    default: { label: 'no limit' },
    cpus: { label: '--cpus 0.5' },
    shares: { label: '--cpu-shares 256' },
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
        shares: {
          run: { pane: 'host', type: 'docker run -d --name greedy --cpu-shares 256 isolate-lab:13 sleep 600' },
          before: 'Two containers. The first has a quarter of the usual shares, 256 of 1024.',
          after: 'Shares are no quota: they count when others want the CPU as well.',
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
        shares: {
          after: 'No quota. runc made a weight of {meter.cpuWeight} out of 256 shares: 1024 would have become 100.',
          predict: {
            question: '1024 shares become weight 100. What do 256 shares become?',
            answers: ['`25`, a quarter', '`{meter.cpuWeight}`, more than a quarter', '`256`, the same number'],
            right: 1,
            proof: { pane: 'greedy', text: '{meter.cpuWeight}' },
            because:
              'Shares run from 2 to 262144 and weights from 1 to 10000. Since version 1.3.2, runc maps the one onto the other by a curve that keeps 1024 at 100.',
          },
        },
      },
    },
    {
      id: 'alone',
      run: [
        { pane: 'greedy', type: loops },
        { pane: 'host', type: 'top -bn2 -d3 | grep Cpu | tail -1' },
      ],
      sample: { of: 'cpu', everyMs: 50 },
      before: 'The first container runs two loops, one for each CPU of the host. What is left for the rest?',
      after: 'Next to nothing stays idle (`id`): what the host’s own processes leave, one container takes.',
      predict: {
        question: 'Nothing else runs but the host’s own services. How much of the host’s CPU time stays idle?',
        answers: ['about half: one container of two', 'next to none'],
        right: 1,
        proof: { pane: 'host', text: ' id' },
        because: 'Without a limit only others who want the CPU bound a container, and nobody else does.',
      },
      in: {
        cpus: {
          predict: undefined,
          after: 'The same loops, held to half a CPU between them. The rest of the host’s CPU time stays idle (`id`).',
        },
        shares: {
          predict: undefined,
          after:
            'Next to nothing stays idle (`id`): while nobody else wants the CPUs, a low weight holds nothing back.',
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
        shares: { after: 'Now the weights count: the first gets the smaller part, and the neighbour the larger one.' },
      },
    },
  ],
});
