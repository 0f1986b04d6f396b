import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'quota',
  title: 'Run, stop, run, stop',
  lens: 'meter',
  varies: 'Period',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 7 },
    worker: { title: 'inside the container', via: 'docker exec -it worker bash', opensAfter: 'start', rows: 13 },
  },
  takes: {
    default: { label: '--cpus 0.25', name: '0.1 s' },
    long: { label: 'a quarter of every second', name: '1 s' },
  },
  entities: {
    worker: { container: 'worker' },
    meter: { cgroupOf: 'worker' },
    host: { host: true },
  },
  numbers: [{ number: '250', why: '--cpu-quota 250000 of microseconds, in milliseconds' }],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name worker --cpus 0.25 isolate-lab:13 sleep 600' },
      before: 'Start a container that may use a quarter of one CPU.',
      after: 'It is there. What became of `0.25`?',
      marks: [{ pane: 'host', text: '{worker.id}', entity: 'worker' }],
      in: {
        long: {
          run: {
            pane: 'host',
            type: 'docker run -d --name worker --cpu-period 1000000 --cpu-quota 250000 isolate-lab:13 sleep 600',
          },
          before: 'The same quarter, in longer pieces: 250 000 microseconds of every 1 000 000.',
          after: 'It is there, with the same share of a CPU.',
        },
      },
    },
    {
      id: 'limit',
      run: { pane: 'worker', type: 'cat /sys/fs/cgroup/cpu.max' },
      before: 'Read the limit inside.',
      after: 'Two numbers: in each period of {meter.period} microseconds, its processes may run for {meter.quota}.',
      marks: [{ pane: 'worker', text: '{meter.cpuMax}', entity: 'meter' }],
    },
    {
      id: 'nproc',
      run: { pane: 'worker', type: 'nproc' },
      before: 'A program that starts one thread for each CPU asks how many there are.',
      after: 'The host’s {host.cpus}. A quota changes how long threads may run, not how many CPUs they see.',
      predict: {
        question: 'The limit is a quarter of a CPU. What does `nproc` say?',
        answers: ['`0`', '`1`', '`2`, as on the host'],
        right: 2,
        proof: { pane: 'worker', text: '{host.cpus}' },
        because: '`nproc` counts the CPUs on which the process may be scheduled. A quota forbids none of them.',
      },
      marks: [{ pane: 'worker', text: '{host.cpus}', entity: 'host' }],
    },
    {
      id: 'loop',
      run: { pane: 'worker', type: "timeout 5 bash -c 'while :; do :; done'" },
      sample: { of: 'cpu', everyMs: 20 },
      before: 'A loop that would keep one CPU busy for five seconds. Its cgroup is read all the while.',
      after:
        'The strip shows CPU time as it was used. Periods of a tenth of a second are short, so much of it blurs around the line.',
      in: {
        long: {
          after:
            'Run, stop, run, stop: in each second it has its 250 milliseconds, then nothing until the next period begins.',
        },
      },
    },
    {
      id: 'stat',
      run: { pane: 'worker', type: "grep -E 'nr_|throttled' /sys/fs/cgroup/cpu.stat" },
      before: 'The cgroup counts its periods, and those in which it was stopped.',
      after:
        '`nr_periods` counts the periods in which its processes had something to do, `nr_throttled` those in which the quota ran out and they were stopped: most of them.',
      predict: {
        question: 'In how many of its periods was the container stopped?',
        answers: ['in none: it was slowed evenly', 'in about a quarter', 'in more than half'],
        right: 2,
        proof: { pane: 'worker', text: 'nr_throttled' },
        because: 'A loop asks for all of every period. It is stopped in each one in which it uses up its quota.',
      },
      marks: [
        { pane: 'worker', text: 'nr_periods', entity: 'meter' },
        { pane: 'worker', text: 'nr_throttled', entity: 'meter' },
      ],
      expects: [{ pane: 'worker', number: 'nr_throttled ', of: 'nr_periods ', least: 0.5 }],
      in: {
        long: {
          expects: undefined,
          after:
            '{meter.nrThrottled} stops. About half are the loop’s, one in each of its seconds; the others are from before, when the container and its shell were started.',
          predict: undefined,
        },
      },
    },
  ],
});
