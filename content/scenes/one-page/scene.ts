import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'one-page',
  title: 'Two containers, one page in memory',
  lens: 'door',
  reads: ['slab'],
  doors: ['file'],
  panes: {
    one: { title: 'inside one', via: 'docker exec -it one bash', rows: 10 },
    two: { title: 'inside two', via: 'docker exec -it two bash', rows: 10 },
  },
  takes: { default: { label: 'one image' } },
  entities: {
    one: { container: 'one' },
    two: { container: 'two' },
    first: { door: 'file', of: 'one' },
    second: { door: 'file', of: 'two' },
  },
  prepare: [
    'docker run -d --name one isolate-lab:13 sleep 900',
    'docker run -d --name two isolate-lab:13 sleep 900',
    'sync; echo 1 > /proc/sys/vm/drop_caches',
  ],
  steps: [
    {
      id: 'inode',
      run: [
        { pane: 'one', type: 'stat -L -c %i /usr/bin/python3' },
        { pane: 'two', type: 'stat -L -c %i /usr/bin/python3' },
      ],
      before: 'Two containers were started from one image. Ask both for the inode of one file of it.',
      after: 'The same number. Neither has a copy: both have the image’s file.',
      opens: ['file'],
      marks: [
        { pane: 'one', text: '{first.inode}', entity: 'first' },
        { pane: 'two', text: '{second.inode}', entity: 'second' },
      ],
    },
    {
      id: 'first',
      reports: [
        { of: 'file before', by: 'one', value: '2441216' },
        { of: 'file after', by: 'one', value: '9326592' },
      ],
      run: {
        pane: 'one',
        type: "F=/sys/fs/cgroup/memory.stat; grep '^file ' $F; cat /usr/bin/python3 > /dev/null; grep '^file ' $F",
      },
      before: 'What is read stays in memory, charged to a cgroup. Read a file between two counts of that.',
      after: 'The counter grew by the size of the file, {first.size} bytes, and a little more for `cat` itself.',
    },
    {
      id: 'second',
      reports: [
        { of: 'file before', by: 'two', value: '929792' },
        { of: 'file after', by: 'two', value: '929792' },
      ],
      run: {
        pane: 'two',
        type: "F=/sys/fs/cgroup/memory.stat; grep '^file ' $F; cat /usr/bin/python3 > /dev/null; grep '^file ' $F",
      },
      before: 'The same in the second container, which has not read the file yet.',
      after:
        'It read the file, and its counter has not moved: the pages were in memory already. There is one page cache, and no namespace for it.',
      predict: {
        question: 'The second container reads the same file. By how much does its counter grow?',
        answers: ['as much as the first one’s', 'not at all'],
        right: 1,
        proof: { pane: 'two', text: 'file' },
        because: 'Who reads first is charged; who reads next finds the page. Nothing keeps the two apart.',
      },
    },
  ],
});
