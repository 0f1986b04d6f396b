import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'who-has',
  title: 'Who answers for an address',
  lens: 'net',
  varies: 'CAP_NET_RAW',
  panes: {
    host: { title: 'host', rows: 5 },
    web: { title: 'inside web', via: 'docker exec -it web bash', opensAfter: 'web', rows: 8 },
    other: { title: 'inside other', via: 'docker exec -it other bash', opensAfter: 'other', rows: 10 },
  },
  loose: [
    {
      why: 'how long ago a neighbour was heard',
      line: /^ip neigh$/,
      text: / (?:REACHABLE|STALE|DELAY|PROBE) $/,
      becomes: ' heard',
    },
  ],
  takes: {
    default: { label: 'as Docker gives it', name: 'given' },
    dropped: { label: '--cap-drop=NET_RAW', name: 'dropped' },
  },
  entities: {
    web: { container: 'web' },
    db: { container: 'db' },
    other: { container: 'other' },
    'db-net': { namespaceOf: 'db', kind: 'net' },
    'other-net': { namespaceOf: 'other', kind: 'net' },
  },
  prepare: [
    `printf '%s\\n' 'import socket' 'mac = open("/sys/class/net/eth0/address").read().strip()' 'own = bytes.fromhex(mac.replace(":", ""))' 'db = socket.inet_aton("172.17.0.3")' 'wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)' 'wire.bind(("eth0", 0))' 'arp = bytes.fromhex("0806 0001 0800 06 04 0002")' 'wire.send(b"\\xff" * 6 + own + arp + (own + db) * 2)' 'print("172.17.0.3 is at", mac)' > /srv/claim.py`,
  ],
  undo: ['rm -f /srv/claim.py'],
  steps: [
    {
      id: 'web',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 900' },
      before: 'Start a container.',
      after: 'It has a cable to the bridge `docker0`.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'db',
      run: { pane: 'host', type: 'docker run -d --name db isolate-lab:13 sleep 900' },
      before: 'And one with which it has to do.',
      after: 'Two cables on one bridge.',
      marks: [{ pane: 'host', text: '{db.id}', entity: 'db' }],
    },
    {
      id: 'other',
      run: {
        pane: 'host',
        type: 'docker run -d --name other -v /srv/claim.py:/claim.py:ro isolate-lab:13 sleep 900',
      },
      before: 'A third one, which has nothing to do with either.',
      after: 'Nobody asked for it to be beside them: it is where each container without `--network` is.',
      marks: [{ pane: 'host', text: '{other.id}', entity: 'other' }],
      in: {
        dropped: {
          run: {
            pane: 'host',
            type: 'docker run -d --name other --cap-drop=NET_RAW -v /srv/claim.py:/claim.py:ro isolate-lab:13 sleep 900',
          },
          before: 'A third one, which has nothing to do with either, and one capability less.',
        },
      },
    },
    {
      id: 'call',
      run: { pane: 'web', type: 'ping -c 1 172.17.0.3' },
      packet: { from: 'web', to: 'db' },
      signs: [{ sign: 'call', pane: 'web', of: 'web', at: '172.17.0.3', says: '1 received' }],
      before: '`web` calls `db`.',
      after: 'Before the first packet `web` had to ask all on the bridge: who has 172.17.0.3? `db` answered.',
    },
    {
      id: 'table',
      run: { pane: 'web', type: 'ip neigh' },
      signs: [{ sign: 'reads', pane: 'web', of: 'web', at: '172.17.0.3', says: '{db-net.mac}' }],
      before: 'The answer is kept. Read it.',
      after: 'Packets for 172.17.0.3 are sent to the interface {db-net.mac}, and that one is in `db`.',
      marks: [{ pane: 'web', text: '{db-net.mac}', entity: 'db' }],
    },
    {
      id: 'script',
      run: { pane: 'other', type: 'cat /claim.py' },
      signs: [{ sign: 'reads', pane: 'other', of: 'other', at: '/claim.py', says: 'SOCK_RAW' }],
      before: '`other` has a few lines of Python with it.',
      after: 'One frame to all, made by hand: 172.17.0.3 is at the interface of `other`. Nobody has asked.',
      marks: [{ pane: 'other', text: 'SOCK_RAW', entity: 'other' }],
    },
    {
      id: 'claim',
      run: { pane: 'other', type: 'python3 /claim.py' },
      packet: { from: 'other', to: 'web', oneWay: true },
      signs: [{ sign: 'reads', pane: 'other', of: 'other', at: '172.17.0.3', says: '{other-net.mac}' }],
      before: 'Run it, once.',
      after: 'Sent. A socket on which one writes whole frames takes CAP_NET_RAW, and Docker gives that.',
      marks: [{ pane: 'other', text: '{other-net.mac}', entity: 'other' }],
      expects: [{ pane: 'other', status: 0 }],
      in: {
        dropped: {
          packet: undefined,
          signs: [{ sign: 'call', pane: 'other', of: 'other', says: 'not permitted', fails: true }],
          after: 'Refused where the socket is made. Without CAP_NET_RAW it writes no frames of its own.',
          marks: [{ pane: 'other', text: 'PermissionError', entity: 'other' }],
          expects: [{ pane: 'other', status: 1 }],
        },
      },
    },
    {
      id: 'believed',
      run: { pane: 'web', type: 'ip neigh' },
      signs: [{ sign: 'reads', pane: 'web', of: 'web', at: '172.17.0.3', says: '{other-net.mac}' }],
      before: 'What does `web` hold now?',
      after:
        '172.17.0.3 is at {other-net.mac}, which is `other`. What `web` sends to `db` goes there, until it asks again.',
      predict: {
        question: '`web` has an answer from `db` itself. Does it believe one that it never asked for?',
        answers: ['no', 'yes'],
        right: 1,
        proof: { pane: 'web', text: '{other-net.mac}' },
        because: 'Nothing in ARP proves who answers, and the newer answer is kept.',
      },
      marks: [{ pane: 'web', text: '{other-net.mac}', entity: 'other' }],
      expects: [{ pane: 'web', lacks: '{db-net.mac}' }],
      in: {
        dropped: {
          signs: [{ sign: 'reads', pane: 'web', of: 'web', at: '172.17.0.3', says: '{db-net.mac}' }],
          after: 'Still {db-net.mac}, which is `db`.',
          predict: undefined,
          marks: [{ pane: 'web', text: '{db-net.mac}', entity: 'db' }],
          expects: [{ pane: 'web', lacks: '{other-net.mac}' }],
        },
      },
    },
    {
      id: 'ping',
      run: { pane: 'other', type: 'ping -c 1 172.17.0.2' },
      packet: { from: 'other', to: 'web' },
      signs: [{ sign: 'call', pane: 'other', of: 'other', at: '172.17.0.2', says: '1 received' }],
      before: 'Does `ping` need that capability?',
      marks: [{ pane: 'other', text: '1 received', entity: 'other' }],
      after: 'It works here. With the capability dropped it works as well: the switch shows it.',
      in: {
        dropped: { after: 'No: it works without. So most containers lose nothing with CAP_NET_RAW.' },
      },
    },
  ],
});
