import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'way-to-host',
  title: 'The way to the host',
  lens: 'net',
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 10 },
  },
  loose: [
    {
      why: 'in which order ss lists what listens',
      line: /^ss -ltn 'sport = :9090 /,
      text: / +(?:0\.0\.0\.0:9090|127\.0\.0\.1:9091) +/g,
      becomes: ' one of the two ',
    },
  ],
  takes: { default: { label: '--add-host' } },
  entities: { web: { container: 'web' }, net: { namespaceOf: 'web', kind: 'net' }, host: { host: true } },
  prepare: [
    'systemd-run -q --unit=lab-service nc -lk -p 9090',
    'systemd-run -q --unit=lab-service-own nc -lk 127.0.0.1 9091',
  ],
  undo: ["systemctl stop 'lab-service*' 2>/dev/null; systemctl reset-failed 'lab-service*' 2>/dev/null"],
  steps: [
    {
      id: 'start',
      run: {
        pane: 'host',
        type: 'docker run -d --name web --add-host host.docker.internal:host-gateway isolate-lab:13 sleep 900',
      },
      before: 'Start a container, and let Docker name the host for it.',
      after: 'A container as always, with one more line in its hosts file.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'services',
      run: { pane: 'host', type: "ss -ltn 'sport = :9090 or sport = :9091'" },
      signs: [
        { sign: 'port', pane: 'host', says: '0.0.0.0:9090' },
        { sign: 'port', pane: 'host', says: '127.0.0.1:9091' },
      ],
      before: 'Two programs of the host’s own listen. See on which addresses.',
      after: '9090 on every address of the host, 9091 on its loopback alone.',
      marks: [{ pane: 'host', text: '127.0.0.1:9091', entity: 'host' }],
    },
    {
      id: 'name',
      run: { pane: 'web', type: 'grep internal /etc/hosts' },
      signs: [{ sign: 'reads', pane: 'web', of: 'web', says: '172.17.0.1' }],
      before: 'Which address did Docker write down for the host?',
      after: '172.17.0.1: the host’s end of the bridge, `docker0`. On a desktop system the name leads further.',
      marks: [{ pane: 'web', text: '172.17.0.1', entity: 'host' }],
    },
    {
      id: 'loopback',
      run: { pane: 'web', type: 'nc -zv -w 2 127.0.0.1 9090' },
      signs: [{ sign: 'call', pane: 'web', of: 'web', at: '127.0.0.1 port 9090', says: 'refused', fails: true }],
      before: 'Call the host’s service as one does on the host: on 127.0.0.1.',
      after: 'Refused. 127.0.0.1 is the container’s own loopback, and nothing listens there.',
      predict: {
        question: 'The host serves 9090 on every address. Does 127.0.0.1 reach it from inside?',
        answers: ['yes', 'no'],
        right: 1,
        proof: { pane: 'web', text: 'Connection refused' },
        because: 'Each network namespace has a loopback of its own. The call never left the room.',
      },
      marks: [{ pane: 'web', text: '127.0.0.1', entity: 'net' }],
    },
    {
      id: 'gateway',
      run: { pane: 'web', type: 'nc -zv -w 2 host.docker.internal 9090' },
      packet: { from: 'web', to: '172.17.0.1' },
      signs: [{ sign: 'call', pane: 'web', of: 'web', at: '(172.17.0.1) 9090', says: 'succeeded' }],
      before: 'The same service by the host’s name.',
      after: 'It answers: over the cable to the bridge, on which the host has an address.',
      marks: [{ pane: 'web', text: '172.17.0.1', entity: 'host' }],
    },
    {
      id: 'own',
      run: { pane: 'web', type: 'nc -zv -w 2 host.docker.internal 9091' },
      signs: [{ sign: 'call', pane: 'web', of: 'web', at: '(172.17.0.1) port 9091', says: 'failed', fails: true }],
      before: 'And 9091, the one that listens on the host’s 127.0.0.1?',
      after: 'Refused. The host is reached, but that program listens only to calls from the host’s own loopback.',
      predict: {
        question: 'The name leads to the host. Does a program on the host’s 127.0.0.1 answer?',
        answers: ['yes: it is on the host', 'no'],
        right: 1,
        proof: { pane: 'web', text: 'port 9091 (tcp) failed' },
        because:
          'Docker leads to an address of the host, not into its loopback. The program must listen on that address.',
      },
    },
    {
      id: 'host-network',
      run: { pane: 'host', type: 'docker run --rm --network=host isolate-lab:13 nc -zv -w 2 127.0.0.1 9091' },
      signs: [{ sign: 'call', pane: 'host', at: '127.0.0.1 9091', says: 'succeeded' }],
      before: 'Once more without the wall: a container in the host’s network.',
      after: 'It answers: without a network namespace of its own, the container has the host’s loopback.',
    },
  ],
});
