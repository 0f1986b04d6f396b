import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'what-stays',
  title: 'What stays, and where',
  lens: 'tally',
  panes: { host: { title: 'host', rows: 16 } },
  takes: { default: { label: '-v /data' } },
  entities: { web: { container: 'web' }, host: { host: true } },
  undo: ['docker rmi -f copy 2>/dev/null'],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web -v /data isolate-lab:13 sleep 900' },
      before: 'A container, and at `/data` a volume without a name.',
      after: 'Two places to write to: its own layer, and the volume.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'write',
      run: { pane: 'host', type: "docker exec web sh -c 'echo layer > /note; echo volume > /data/note'" },
      reports: [
        { of: '/note', by: 'web' },
        { of: '/data/note', by: 'web' },
      ],
      before: 'Leave a file in each.',
      after: 'Written, and nothing is said of where.',
    },
    {
      id: 'restart',
      run: { pane: 'host', type: 'docker restart -t0 web; docker exec web cat /note /data/note' },
      reports: [
        { of: '/note', by: 'web', value: 'layer' },
        { of: '/data/note', by: 'web', value: 'volume' },
      ],
      before: 'Stop its process, start it anew, and look for both.',
      after: 'Both are there. To stop a container ends processes; its layer waits for the next start.',
    },
    {
      id: 'commit',
      run: {
        pane: 'host',
        type: "docker commit web copy > /dev/null; docker run --rm copy sh -c 'cat /note /data/note 2>&1'",
      },
      reports: [
        { of: 'copy: /note', value: 'layer' },
        { of: 'copy: /data/note', says: 'No such file', refused: true },
      ],
      before: 'Make an image of it, and read both files in a container of that image.',
      after: 'The layer went along. The volume did not: the new container got one of its own, empty.',
      predict: {
        question: 'An image is made of the container. Which of the two files does it hold?',
        answers: ['both', 'the one in the layer', 'the one in the volume'],
        right: 1,
        proof: { pane: 'host', text: 'cat: /data/note' },
        because: 'An image is made of layers, and a mount is in none of them.',
      },
      expects: [
        { pane: 'host', line: 'layer' },
        { pane: 'host', lacks: 'volume' },
      ],
    },
    {
      id: 'remove',
      run: { pane: 'host', type: 'docker rm -f web; docker volume ls -q | wc -l' },
      reports: [{ of: 'volumes left', value: '1' }],
      before: 'Remove the container. How many volumes are left?',
      after:
        'One: the volume has outlived its container, and nothing leads to it but an id. `docker rm -v` takes it along.',
      predict: {
        question: 'The container is removed. Is its volume, which has no name, removed with it?',
        answers: ['yes', 'no'],
        right: 1,
        proof: { pane: 'host', text: '1' },
        because: 'Docker removes such volumes with `rm -v`, or when the container was started with `--rm`.',
      },
    },
    {
      id: 'again',
      run: { pane: 'host', type: 'docker run --rm -v /data isolate-lab:13 cat /note /data/note' },
      reports: [
        { of: 'anew: /note', says: 'cat: /note: No such file', refused: true },
        { of: 'anew: /data/note', says: 'cat: /data/note: No such file', refused: true },
      ],
      before: 'Start a container of the old image, in the same way, and look for both.',
      after: 'Neither. The layer is gone, and the volume without a name is not found again by asking for another one.',
    },
    {
      id: 'found',
      run: { pane: 'host', type: 'docker run --rm -v $(docker volume ls -q):/old isolate-lab:13 cat /old/note' },
      reports: [{ of: 'the old volume', value: 'volume' }],
      before: 'It is still there: mount it by its id.',
      after: 'Here it is. A name, as in `-v notes:/data`, would have led to it every time.',
    },
  ],
});
