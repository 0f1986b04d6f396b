import { defineScene } from '../../../src/recording/script.ts';

const loops = "timeout 6 bash -c 'while :; do :; done & while :; do :; done'";

export default defineScene({
  id: 'shares',
  title: 'Shares count when it is crowded',
  lens: 'meter',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 9 },
    light: { title: 'inside light', via: 'docker exec -it light bash', opensAfter: 'web', rows: 6 },
    web: { title: 'inside web', via: 'docker exec -it web bash', opensAfter: 'web', rows: 5 },
  },
  takes: { default: { label: '--cpu-shares 256' } },
  entities: {
    light: { container: 'light' },
    web: { container: 'web' },
    meter: { cgroupOf: 'light' },
    other: { cgroupOf: 'web' },
  },
  numbers: [
    { number: '1024', why: 'docker run, --cpu-shares: the default' },
    { number: '100', why: 'cgroup-v2.rst, cpu.weight: the default' },
    { number: '262144', why: 'runc, libcontainer/cgroups: the most shares' },
    { number: '10000', why: 'cgroup-v2.rst, cpu.weight: the most' },
    { number: '1.3.2', why: 'runc, CHANGELOG of 1.3.2: the conversion from shares to weight' },
    { number: '25', why: 'a quarter of 100' },
  ],
  steps: [
    {
      id: 'light',
      run: { pane: 'host', type: 'docker run -d --name light --cpu-shares 256 isolate-lab:13 sleep 600' },
      before: 'Two containers again. The first has a quarter of the usual shares, 256 of 1024.',
      after: 'Its gauge has no line: shares are no limit.',
      marks: [{ pane: 'host', text: '{light.id}', entity: 'light' }],
    },
    {
      id: 'web',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'The second one as usual.',
      after: 'They are neighbours now.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'weights',
      run: [
        { pane: 'light', type: 'cat /sys/fs/cgroup/cpu.weight' },
        { pane: 'web', type: 'cat /sys/fs/cgroup/cpu.weight' },
      ],
      before: 'Version 2 has no shares. It has weights. Read both.',
      after:
        'runc made a weight of {meter.cpuWeight} out of 256 shares, and {other.cpuWeight} is what every cgroup has.',
      predict: {
        question: 'The usual 1024 shares are weight 100. What are 256?',
        answers: ['`25`, a quarter of it', 'more than 25', '`256`'],
        right: 1,
        proof: { pane: 'light', text: '{meter.cpuWeight}' },
        because:
          'Shares run from 2 to 262144, weights from 1 to 10000. Since 1.3.2, runc maps them by a curve through 1024 and 100.',
      },
      marks: [
        { pane: 'light', text: '{meter.cpuWeight}', entity: 'meter' },
        { pane: 'web', text: '{other.cpuWeight}', entity: 'other' },
      ],
    },
    {
      id: 'alone',
      run: [
        { pane: 'light', type: loops },
        { pane: 'host', type: 'top -bn2 -d3 | grep Cpu | tail -1' },
      ],
      sample: { of: 'cpu', everyMs: 50 },
      before: 'Let the one with the low weight run two loops, while the other sleeps.',
      after: 'Nothing stays idle (`id`): while nobody else wants the CPUs, a low weight holds nothing back.',
      predict: {
        question: 'It has the low weight, and nobody competes. How much does it get?',
        answers: ['a quarter of the host', 'all that is free'],
        right: 1,
        proof: { pane: 'host', text: ' id' },
        because: 'Weights divide what several ask for. With one asking, there is nothing to divide.',
      },
      expects: [{ pane: 'host', number: ' id', most: 5 }],
    },
    {
      id: 'beside',
      run: [
        { pane: 'light', type: loops },
        { pane: 'web', type: loops },
      ],
      sample: { of: 'cpu', everyMs: 50 },
      before: 'Now both run two loops each.',
      after: 'Now the weights count: the first gets the smaller part, and the neighbour the larger one.',
    },
  ],
});
