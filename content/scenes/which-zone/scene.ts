import { defineScene } from '../../../src/recording/script.ts';

const ask = "date '+%H:%M %Z'; date +%s";

export default defineScene({
  id: 'which-zone',
  title: 'One clock, two time zones',
  lens: 'tally',
  panes: {
    host: { title: 'host', rows: 10 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 6 },
  },
  takes: { default: { label: '-e TZ' } },
  entities: { web: { container: 'web' }, host: { host: true } },
  prepare: ['ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime'],
  undo: ['ln -sfn /usr/share/zoneinfo/Etc/UTC /etc/localtime'],
  numbers: [{ number: '1970', why: 'time(7): the Epoch' }],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 900' },
      before: 'This host stands in Tokyo, as its settings say. Start a container on it.',
      after: 'Nobody told it where it stands.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'ask',
      run: [
        { pane: 'host', type: ask },
        { pane: 'web', type: ask },
      ],
      reports: [
        { of: 'zone', value: 'JST' },
        { of: 'zone', by: 'web', value: 'UTC' },
      ],
      before: 'Ask both sides what time it is: in words, and in seconds since 1970.',
      after: 'Nine hours apart in words, and the same second. The clock is one; what differs is how it is read.',
      predict: {
        question: 'The host’s clock is in Tokyo. What does `date` show in the container?',
        answers: ['the time in Tokyo', 'the time in UTC'],
        right: 1,
        proof: { pane: 'web', text: 'UTC' },
        because: 'The kernel counts seconds and knows no zones. `date` looks into a file, and that is the image’s.',
      },
    },
    {
      id: 'file',
      run: [
        { pane: 'host', type: 'readlink /etc/localtime' },
        { pane: 'web', type: 'readlink /etc/localtime' },
      ],
      reports: [
        { of: '/etc/localtime', value: 'Asia/Tokyo' },
        { of: '/etc/localtime', by: 'web', value: 'Etc/UTC' },
      ],
      before: 'The file is a link to a zone’s rules. Where does it lead?',
      after: 'To another zone on each side. It is a file like any other, so the mount namespace keeps them apart.',
    },
    {
      id: 'variable',
      run: { pane: 'host', type: "docker run --rm -e TZ=Asia/Tokyo isolate-lab:13 date '+%H:%M %Z'" },
      reports: [{ of: '-e TZ', value: 'JST' }],
      before: 'The variable `TZ` names a zone for a process. Hand it in.',
      after: 'The host’s time, as long as the image brings the rules of that zone: Debian’s package `tzdata`.',
    },
    {
      id: 'unknown',
      run: { pane: 'host', type: "docker run --rm -e TZ=Asia/Nowhere isolate-lab:13 date '+%H:%M %Z'" },
      reports: [{ of: '-e TZ, no rules', value: 'Asia' }],
      before: 'And when the image has no rules by that name?',
      after: 'UTC again, under a made-up name, and no complaint. That is how an image without `tzdata` answers.',
    },
    {
      id: 'mount',
      run: {
        pane: 'host',
        type: "docker run --rm -v /etc/localtime:/etc/localtime:ro isolate-lab:13 date '+%H:%M %Z'",
      },
      reports: [{ of: '-v localtime', value: 'JST' }],
      before: 'Or mount the host’s own file over the image’s.',
      after: 'The host’s time as well, with the host’s rules, whichever the image has.',
    },
  ],
});
