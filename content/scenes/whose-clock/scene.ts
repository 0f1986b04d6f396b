import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'whose-clock',
  title: 'Whose clock moves?',
  lens: 'door',
  varies: 'Clock',
  reads: ['slab', 'fence'],
  doors: ['clock'],
  panes: {
    host: { title: 'host', rows: 12 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 10 },
  },
  takes: {
    default: { label: 'as Docker starts it', name: 'by default' },
    'sys-time': { label: '--cap-add SYS_TIME', name: 'SYS_TIME' },
  },
  entities: {
    web: { container: 'web' },
    clock: { door: 'clock', of: 'web' },
    caps: { railOf: 'web', rail: 'caps' },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 900' },
      before: 'Start a container.',
      after: 'No course of its wall is about the time of day.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      in: {
        'sys-time': {
          run: { pane: 'host', type: 'docker run -d --name web --cap-add SYS_TIME isolate-lab:13 sleep 900' },
          before: 'Start a container with one more capability: to set the clock.',
          after: 'One more of {caps.known}. The option does not say whose clock.',
        },
      },
    },
    {
      id: 'read',
      reports: [{ of: 'clock', value: '06:52:05' }],
      in: { 'sys-time': { reports: [{ of: 'clock', value: '06:40:52' }] } },
      run: [
        { pane: 'host', type: 'date +%T' },
        { pane: 'web', type: 'date +%T' },
      ],
      before: 'Read the time on both sides.',
      after: 'One clock, read twice.',
      opens: ['clock'],
    },
    {
      id: 'set',
      tries: {
        by: 'web',
        call: 'set',
        needs: 'sys_time',
        stoppedBy: 'seccomp',
        door: 'clock',
        says: 'Operation not permitted',
      },
      run: { pane: 'web', type: "date +%T -s '1 hour'" },
      before: 'Inside, set it one hour ahead.',
      after:
        '`date` prints the time that it wanted, and says that it could not set it. CAP_SYS_TIME is not among the container’s {caps.granted}.',
      in: {
        'sys-time': {
          tries: { by: 'web', call: 'set', needs: 'sys_time', door: 'clock', says: '07:41:05' },
          reports: [{ of: 'clock', value: '07:41:05' }],
          before: 'Inside, set it one hour ahead.',
          after: 'No complaint. `date` prints the new time.',
        },
      },
    },
    {
      id: 'host',
      reports: [{ of: 'clock', value: '06:52:29' }],
      run: { pane: 'host', type: 'date +%T' },
      before: 'And on the host?',
      after: 'The host’s clock goes on as before.',
      in: {
        'sys-time': {
          reports: [{ of: 'clock', value: '07:41:17' }],
          after: 'An hour ahead. There was no clock inside that could have been set: the container moved the host’s.',
          predict: {
            question: 'The container’s root set the time. What does the host’s `date` show?',
            answers: ['the time as it was', 'an hour ahead'],
            right: 1,
            proof: { pane: 'host', text: '{clock.hour}:' },
            because: 'CLOCK_REALTIME is one for the whole kernel; a time namespace does not hold it either.',
          },
        },
      },
    },
    {
      id: 'back',
      reports: [{ of: 'clock', value: '06:52:41' }],
      run: { pane: 'host', type: 'date +%T -s now' },
      before: 'The host’s root has that capability. Set the clock to what it shows.',
      after: 'Allowed: what was refused inside is not forbidden to root, but to root without the capability.',
      in: {
        'sys-time': {
          run: { pane: 'host', type: "date +%T -s '-1 hour'" },
          reports: [{ of: 'clock', value: '06:41:31' }],
          before: 'Put the host’s clock back.',
          after: 'Back, to the second or nearly so. Until now every process of this host has read the wrong time.',
        },
      },
    },
  ],
});
