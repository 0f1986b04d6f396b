import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'way-out',
  title: 'Out of the host',
  lens: 'net',
  panes: {
    host: { title: 'host', rows: 6 },
    web: { title: 'inside web', via: 'docker exec -it web bash', rows: 9 },
  },
  takes: { default: { label: 'bridge' } },
  entities: {
    web: { container: 'web' },
    'web-net': { namespaceOf: 'web', kind: 'net' },
    host: { host: true },
  },
  prepare: ['docker run -d --name web isolate-lab:13 sleep 900'],
  numbers: [
    { number: '172.17.0.0', why: 'the network of {web}’s address, as the rule of this step has it' },
    { number: '16', why: 'the length of that network' },
  ],
  steps: [
    {
      id: 'route',
      run: { pane: 'web', type: 'ip route get 10.0.2.2' },
      signs: [
        { sign: 'outside', pane: 'web', at: '10.0.2.2' },
        { sign: 'reads', pane: 'web', of: 'web', at: '10.0.2.2', says: 'via 172.17.0.1' },
      ],
      before: '10.0.2.2 is a neighbour on the host’s network. Which way would a packet from `web` take?',
      after: 'By way of the bridge’s address, out of `eth0`, and from the address of `web`.',
    },
    {
      id: 'ping',
      run: { pane: 'web', type: 'ping -c 2 10.0.2.2' },
      packet: { from: 'web', to: '10.0.2.2' },
      signs: [{ sign: 'call', pane: 'web', of: 'web', at: '10.0.2.2', says: '2 received' }],
      before: 'Call it.',
      after:
        'It answers. The packet went along the cable to the bridge, and the host sent it on through its own interface.',
    },
    {
      id: 'masquerade',
      run: { pane: 'host', type: 'iptables -t nat -S POSTROUTING' },
      signs: [{ sign: 'nat', pane: 'host', at: '-s 172.17.0.0/16', says: 'MASQUERADE' }],
      before: 'The neighbour has no way to 172.17.0.0/16, yet it answered. See the host’s rules.',
      after:
        'What comes from the containers’ network and leaves by another interface is masqueraded: outside, it has the host’s address.',
      predict: {
        question: 'Whose address did the neighbour see?',
        answers: ['that of `web`', 'the bridge’s', 'the host’s, on that network'],
        right: 2,
        proof: { pane: 'host', text: 'MASQUERADE' },
        because:
          'Masquerading writes the address of the interface by which the packet leaves into it, and undoes that in the answer.',
      },
    },
  ],
});
