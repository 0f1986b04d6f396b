import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'open-ports',
  title: 'Which ports are open?',
  lens: 'net',
  panes: {
    host: { title: 'host', rows: 14 },
    db: { title: 'inside db', via: 'docker exec -it db bash', rows: 7 },
  },
  takes: { default: { label: 'docker run -p' } },
  entities: { web: { container: 'web' }, db: { container: 'db' }, host: { host: true } },
  prepare: ['docker run -d --name db isolate-lab:13 sleep 900'],
  numbers: [{ number: '127.0.0.1', why: 'an option that is not used here' }],
  steps: [
    {
      id: 'publish',
      run: { pane: 'host', type: 'docker run -d --name web -p 8080:80 isolate-lab:13 nc -lk -p 80' },
      before: 'A program that listens on port 80, published on the host as 8080.',
      after: 'Inside it listens on 80. And outside?',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'listening',
      run: { pane: 'host', type: "ss -ltn 'sport = :8080'" },
      before: 'See where the host listens for it.',
      signs: [
        { sign: 'port', pane: 'host', says: '0.0.0.0:8080' },
        { sign: 'port', pane: 'host', says: '[::]:8080' },
      ],
      after: 'On 0.0.0.0 and [::], every address of the host. `-p 127.0.0.1:8080:80` would keep it to the host itself.',
      predict: {
        question: '`-p 8080:80`: from where can the port be reached?',
        answers: ['from this host only', 'from every network that reaches this host'],
        right: 1,
        proof: { pane: 'host', text: '0.0.0.0:8080' },
        because: 'Without an address, Docker publishes on all of them.',
      },
    },
    {
      id: 'neighbour',
      run: { pane: 'db', type: 'nc -zv -w 2 172.17.0.3 80' },
      packet: { from: 'db', to: '172.17.0.3' },
      signs: [{ sign: 'call', pane: 'db', of: 'db', at: '172.17.0.3 80', says: 'succeeded' }],
      before: 'Nothing was published to `db`. Try the port from there, by the address of `web`.',
      after: 'Open. Between containers on one bridge, publishing makes no difference: all ports are open.',
    },
  ],
});
