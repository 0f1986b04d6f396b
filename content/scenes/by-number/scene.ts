import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'by-number',
  title: 'Two containers, one user number',
  lens: 'tally',
  panes: {
    host: { title: 'host', rows: 6 },
    one: { title: 'inside one', via: 'docker exec -it one bash', opensAfter: 'start-two', rows: 4 },
    two: { title: 'inside two', via: 'docker exec -it two bash', opensAfter: 'start-two', rows: 8 },
  },
  loose: [
    { why: 'the number of a job in the background', line: /^\(for i in /, text: /^\[1\] \d+$/, becomes: '[1] n' },
  ],
  takes: { default: { label: '--ulimit nproc=20' } },
  entities: { one: { container: 'one' }, two: { container: 'two' }, host: { host: true } },
  steps: [
    {
      id: 'start-one',
      run: { pane: 'host', type: 'docker run -d --name one -u 1500 --ulimit nproc=20 isolate-lab:13 sleep 900' },
      before: 'A container whose processes are user 1500’s. That user may have 20 of them.',
      after: 'One process, one limit.',
      marks: [{ pane: 'host', text: '{one.id}', entity: 'one' }],
    },
    {
      id: 'start-two',
      run: { pane: 'host', type: 'docker run -d --name two -u 1500 --ulimit nproc=20 isolate-lab:13 sleep 900' },
      before: 'A second container with the same user and the same limit.',
      after: 'Two containers, which know nothing of each other. Each was promised 20 processes.',
      marks: [{ pane: 'host', text: '{two.id}', entity: 'two' }],
    },
    {
      id: 'limit',
      run: [
        { pane: 'one', type: 'ulimit -u' },
        { pane: 'two', type: 'ulimit -u' },
      ],
      reports: [
        { of: 'may have', by: 'one', value: '20' },
        { of: 'may have', by: 'two', value: '20' },
      ],
      before: 'Ask in both how many processes the user may have.',
      after: 'Twenty in each, as it was told.',
    },
    {
      id: 'fill',
      run: { pane: 'one', type: '(for i in {1..15}; do sleep 600 & done; exec sleep 600) &' },
      reports: [{ of: 'sleep 600', by: 'one' }],
      before: 'In `one`, start sixteen programs that sleep.',
      after: 'No complaint: with its shell and its first process that makes eighteen.',
    },
    {
      id: 'count',
      run: { pane: 'host', type: 'ps -U 1500 --no-headers | wc -l' },
      reports: [{ of: 'processes of user 1500', value: '20', common: true }],
      before: 'Count on the host what runs as user 1500.',
      after: 'Twenty: eighteen of `one`, and of `two` a process and a shell. The kernel counts by user number.',
    },
    {
      id: 'fork',
      run: { pane: 'two', type: 'date' },
      reports: [{ of: 'date', by: 'two', says: 'fork: retry', refused: true }],
      before: 'Start one program in `two`, where two processes run.',
      after:
        'Refused, after bash has tried five times. The limit is the user’s, and the other container has used it up.',
      predict: {
        question: 'In `two` run 2 processes, of 20 that it may have. May it start a third?',
        answers: ['yes, it has 18 left', 'no'],
        right: 1,
        proof: { pane: 'two', text: 'Resource temporarily unavailable' },
        because: 'No namespace wraps user numbers by default, so 1500 is one user, wherever its processes run.',
      },
      expects: [{ pane: 'two', line: 'Resource temporarily unavailable' }],
    },
    {
      id: 'other',
      run: { pane: 'host', type: 'docker exec -u 1501 two id -u' },
      reports: [{ of: 'id -u', by: 'two', value: '1501' }],
      before: 'In the same container, start a program as another user.',
      after:
        'No refusal: user 1501 has a count of its own. Different numbers for different containers keep them apart.',
    },
  ],
});
