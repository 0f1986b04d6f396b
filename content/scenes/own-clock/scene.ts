import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'own-clock',
  title: 'What a time namespace moves',
  lens: 'wall',
  panes: { host: { title: 'host', rows: 12 } },
  takes: { default: { label: 'unshare -T' } },
  entities: { host: { host: true } },
  numbers: [{ number: '100', why: '--boottime 100000000, in millions' }],
  steps: [
    {
      id: 'before',
      reports: [
        { of: 'uptime', value: '641.16' },
        { of: 'date', value: '04:10:23' },
      ],
      run: { pane: 'host', type: 'cat /proc/uptime; date' },
      before: 'Read two clocks on the host: seconds since boot, and the date.',
      after: 'The first number is the seconds since boot. Below it stands the date.',
    },
    {
      id: 'inside',
      reports: [
        { of: 'uptime', by: 'unshare -T', value: '100000648.23' },
        { of: 'date', by: 'unshare -T', value: '04:10:31' },
      ],
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
      reports: [
        { of: 'time', by: 'unshare -T', value: '4026532213' },
        { of: 'uts', by: 'unshare -T', value: '4026531838' },
      ],
      run: { pane: 'host', type: 'unshare -T readlink /proc/self/ns/time /proc/self/ns/uts' },
      before: 'Look at the links of a process that `unshare -T` started.',
      after:
        'Its time namespace is new. Its UTS namespace has the number that the drawing gives for the host’s: each type is made by itself.',
    },
  ],
});
