import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'borrowed-name',
  title: 'The same name, another namespace',
  lens: 'uts',
  panes: {
    host: { title: 'host', rows: 6 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 6 },
  },
  takes: { default: { label: 'docker run' } },
  entities: {
    web: { container: 'web' },
    name: { namespaceOf: 'web', kind: 'uts' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web --network=host isolate-lab:13 sleep 600' },
      before:
        'Start a container with `--network=host`: it shares the host’s network namespace. Nothing is said of UTS.',
      after: 'The network course is dots now: it is the host’s. The UTS course stands.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['name'],
    },
    {
      id: 'name',
      run: { pane: 'web', type: 'hostname' },
      before: 'Ask for the hostname inside.',
      after: 'It is `{web.hostname}`, the host’s name.',
      predict: {
        question: 'Which hostname does this container have?',
        answers: ['the beginning of its id, as before', 'the host’s'],
        right: 1,
        proof: { pane: 'web', text: '{web.hostname}' },
        because: 'With the host’s network, Docker copies the host’s name into the container’s own UTS namespace.',
      },
      marks: [{ pane: 'web', text: '{web.hostname}', entity: 'name' }],
    },
    {
      id: 'inodes',
      run: [
        { pane: 'host', type: 'readlink /proc/self/ns/uts' },
        { pane: 'web', type: 'readlink /proc/self/ns/uts' },
      ],
      before: 'Is it the host’s UTS namespace, then? Each namespace has a number of its own: compare.',
      after: 'Two numbers, two namespaces. The name is equal because it was copied, not because it is shared.',
      marks: [
        { pane: 'host', text: 'uts:[', entity: 'host' },
        { pane: 'web', text: '{name.inode}', entity: 'name' },
      ],
    },
  ],
});
