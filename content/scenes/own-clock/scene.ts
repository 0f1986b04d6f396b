import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'own-clock',
  title: 'What a time namespace moves',
  lens: 'wall',
  panes: { host: { title: 'host', rows: 12 } },
  takes: { default: { label: 'unshare -T' } },
  entities: { host: { host: true } },
  steps: [
    {
      id: 'before',
      run: { pane: 'host', type: 'cat /proc/uptime; date' },
      before: 'Read two clocks on the host: seconds since boot, and the date.',
      after: 'The first number is the seconds since boot. Below it stands the date.',
    },
    {
      id: 'inside',
      run: { pane: 'host', type: "unshare -T --boottime 100000000 sh -c 'cat /proc/uptime; date'" },
      before: 'Run the same in a new time namespace whose boot clock is set 100 million seconds ahead.',
      after: 'The uptime has jumped by 100 million seconds. The date has not: it is seconds later, as on the host.',
      predict: {
        question:
          '100 million seconds, more than three years, are added to the boot clock. Which of the two lines jumps ahead?',
        answers: ['both', 'only the uptime', 'only the date'],
        right: 1,
        proof: { pane: 'host', text: '1000' },
        because:
          'A time namespace shifts the monotonic clock and the boot clock. The wall clock is one for the whole kernel.',
      },
    },
    {
      id: 'links',
      run: { pane: 'host', type: 'unshare -T readlink /proc/self/ns/time /proc/self/ns/uts' },
      before: 'Look at the links of a process that `unshare -T` started.',
      after:
        'Its time namespace is new. Its UTS namespace has the number that the drawing gives for the host’s: each type is made by itself.',
    },
  ],
});
