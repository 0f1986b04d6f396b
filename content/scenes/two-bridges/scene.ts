import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'two-bridges',
  title: 'Two bridges',
  lens: 'net',
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside web', via: 'docker exec -it web bash', opensAfter: 'web', rows: 10 },
  },
  takes: { default: { label: 'docker network connect' } },
  entities: {
    web: { container: 'web' },
    db: { container: 'db' },
    'web-net': { namespaceOf: 'web', kind: 'net' },
    'db-net': { namespaceOf: 'db', kind: 'net' },
    host: { host: true },
  },
  steps: [
    {
      id: 'web',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 900' },
      before: 'Start a container.',
      after: 'It has a cable to the bridge `docker0`, as any has that is started without `--network`.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'apart',
      run: { pane: 'host', type: 'docker network create --subnet=172.30.0.0/24 apart' },
      before: 'Make a second network.',
      after: 'It is a bridge more on the host, named `br-` and the beginning of this id. No cable leads to it yet.',
    },
    {
      id: 'db',
      run: {
        pane: 'host',
        type: 'docker run -d --name db --network=apart --ip=172.30.0.2 isolate-lab:13 sleep 900',
      },
      before: 'Start a second container, on that one.',
      after: 'One host, two bridges, and one cable to each.',
      marks: [{ pane: 'host', text: '{db.id}', entity: 'db' }],
    },
    {
      id: 'call',
      run: { pane: 'web', type: 'ping -c 1 -W 2 172.30.0.2' },
      signs: [{ sign: 'call', pane: 'web', of: 'web', at: '172.30.0.2', says: '0 received', fails: true }],
      before: 'From `web`, call `db` by its address.',
      after: 'No answer in two seconds. The packet gets to the host, and the rules that Docker made there drop it.',
      predict: {
        question: 'Both bridges are on one host. Does `web` reach `db`?',
        answers: ['yes: the host is on both', 'no'],
        right: 1,
        proof: { pane: 'web', text: '0 received' },
        because: 'The host could pass it on. Between two bridges Docker tells it not to.',
      },
      expects: [{ pane: 'web', status: 1 }],
    },
    {
      id: 'name',
      run: { pane: 'web', type: 'ping -c 1 db' },
      signs: [{ sign: 'call', pane: 'web', of: 'web', at: 'db', says: 'Temporary failure', fails: true }],
      before: 'And by its name?',
      after: 'Nobody answers for the name: Docker tells it only to those who are in the network `apart`.',
      expects: [{ pane: 'web', status: 2 }],
    },
    {
      id: 'connect',
      run: { pane: 'host', type: 'docker network connect apart web' },
      before: 'Plug `web` into that network as well, while it runs.',
      after: 'A second cable, and `eth1` at its end with an address of `apart`. The first one stays.',
      expects: [{ pane: 'host', status: 0 }],
    },
    {
      id: 'again',
      run: { pane: 'web', type: 'ping -c 1 db' },
      packet: { from: 'web', to: 'db' },
      signs: [{ sign: 'call', pane: 'web', of: 'web', at: 'db', says: '1 received' }],
      before: 'Call `db` once more.',
      after: 'Name and address work. The rules are as they were: the packet no longer crosses from bridge to bridge.',
      marks: [{ pane: 'web', text: '172.30.0.2', line: 'PING', entity: 'db' }],
      expects: [{ pane: 'web', status: 0 }],
    },
  ],
});
