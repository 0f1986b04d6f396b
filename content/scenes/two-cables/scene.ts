import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'two-cables',
  title: 'Two rooms, two cables',
  lens: 'net',
  varies: 'Network',
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside web', via: 'docker exec -it web bash', opensAfter: 'start-web', rows: 10 },
    db: { title: 'inside db', via: 'docker exec -it db bash', opensAfter: 'start-db', rows: 5 },
  },
  takes: {
    default: { label: 'bridge', name: 'bridge' },
    'net-host': { label: '--network=host', name: 'host', removes: 'net' },
    none: { label: '--network=none', name: 'none' },
    'own-network': { label: '--network=shop', name: 'own network', prepare: ['docker network create shop'] },
  },
  entities: {
    web: { container: 'web' },
    db: { container: 'db' },
    'web-net': { namespaceOf: 'web', kind: 'net' },
    'db-net': { namespaceOf: 'db', kind: 'net' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start-web',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 900' },
      before: 'Start a container.',
      after: 'It has a network namespace of its own, and a cable out of it.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['web-net'],
      in: {
        'net-host': {
          veil: undefined,
          run: { pane: 'host', type: 'docker run -d --name web --network=host isolate-lab:13 sleep 900' },
          after: 'It has no network namespace of its own: it stands in the host’s.',
        },
        none: {
          veil: undefined,
          run: { pane: 'host', type: 'docker run -d --name web --network=none isolate-lab:13 sleep 900' },
          after: 'It has a network namespace of its own, and no cable.',
        },
        'own-network': {
          veil: undefined,
          run: { pane: 'host', type: 'docker run -d --name web --network=shop isolate-lab:13 sleep 900' },
          after: 'Its cable leads to a bridge of its own, the network `shop`.',
        },
      },
    },
    {
      id: 'start-db',
      run: { pane: 'host', type: 'docker run -d --name db isolate-lab:13 sleep 900' },
      before: 'Start a second one.',
      after: 'Two rooms, and a cable from each to the bridge `docker0`.',
      marks: [{ pane: 'host', text: '{db.id}', entity: 'db' }],
      veil: ['web-net', 'db-net'],
      in: {
        'net-host': { veil: undefined, after: 'The second one has a namespace and a cable, as usual.' },
        none: { veil: undefined, after: 'The second one has a cable, as usual.' },
        'own-network': {
          veil: undefined,
          run: { pane: 'host', type: 'docker run -d --name db --network=shop isolate-lab:13 sleep 900' },
          after: 'Two rooms, and a cable from each to the bridge of `shop`.',
        },
      },
    },
    {
      id: 'addresses',
      run: [
        { pane: 'web', type: 'ip -br addr' },
        { pane: 'db', type: 'ip -br addr' },
      ],
      before: 'List the interfaces in both at once.',
      after:
        'Each sees a loopback and one `eth0`, with an address of its own. Neither sees the other’s, nor the host’s.',
      predict: {
        question: 'Which interfaces does `web` see?',
        answers: ['the host’s', 'its own and those of `db`', 'only its own'],
        right: 2,
        proof: { pane: 'web', text: 'eth0' },
        because: 'Interfaces belong to a network namespace, and only processes in it see them.',
      },
      marks: [
        { pane: 'web', text: 'eth0', entity: 'web-net' },
        { pane: 'db', text: 'eth0', entity: 'db-net' },
      ],
      in: {
        'net-host': {
          after: '`web` sees every interface of the host. `db` sees its own.',
          predict: undefined,
          marks: [
            { pane: 'web', text: 'docker0', entity: 'host' },
            { pane: 'db', text: 'eth0', entity: 'db-net' },
          ],
        },
        none: {
          after: '`web` has a loopback and nothing else.',
          predict: undefined,
          marks: [
            { pane: 'web', text: 'lo', entity: 'web-net' },
            { pane: 'db', text: 'eth0', entity: 'db-net' },
          ],
        },
        'own-network': { predict: undefined },
      },
    },
    {
      id: 'route',
      run: { pane: 'web', type: 'ip route' },
      before: 'Where does `web` send what is not for itself?',
      after: 'Neighbours are reached directly; everything else goes to the bridge’s address on the host.',
      in: {
        'net-host': { after: 'The host’s own routes.' },
        none: { after: 'No route. Nothing leaves.' },
      },
    },
    {
      id: 'host-links',
      run: { pane: 'host', type: 'ip -br link' },
      before: 'Look for the other ends of the cables, on the host.',
      after:
        'Each `veth…@if2` is the host’s end of a cable; `if2` says that its peer is interface 2 in another namespace.',
      in: {
        'net-host': { after: 'One cable only: `web` needs none.' },
        none: { after: 'One cable only: `web` has none.' },
      },
    },
    {
      id: 'ping',
      run: { pane: 'db', type: 'ping -c 2 172.17.0.2' },
      packet: { from: 'db', to: '172.17.0.2' },
      before: 'The two can’t see each other’s interfaces. Can they talk? From `db`, call `web`.',
      after: 'They can. The packet goes through one cable to the bridge and through the other one in.',
      predict: {
        question: 'Does `web` answer?',
        answers: ['no: the namespaces are separate', 'yes'],
        right: 1,
        proof: { pane: 'db', text: '2 received' },
        because: 'A network namespace hides interfaces. It does not cut the cables, and the bridge joins them.',
      },
      in: {
        'net-host': {
          run: { pane: 'db', type: 'ping -c 2 172.17.0.1' },
          packet: { from: 'db', to: '172.17.0.1' },
          before: '`web` has the host’s addresses, the bridge’s among them. From `db`, call that one.',
          after: 'The host answers, and everything that listens in `web` listens there.',
          predict: undefined,
        },
        none: {
          run: { pane: 'db', type: 'ping -c 1 -W 1 172.17.0.3' },
          packet: undefined,
          before: 'Call the address that `web` would have.',
          after: 'No answer: nobody has it.',
          predict: undefined,
        },
        'own-network': {
          run: { pane: 'db', type: 'ping -c 2 172.18.0.2' },
          packet: { from: 'db', to: '172.18.0.2' },
          predict: undefined,
        },
      },
    },
    {
      id: 'name',
      run: { pane: 'db', type: 'ping -c 1 web' },
      before: 'Call it by name.',
      after: 'No answer for the name. On the default bridge, containers have addresses only.',
      in: {
        'net-host': {},
        none: {},
        'own-network': {
          after: 'In a network that you made, Docker answers for names: `web` resolves.',
          packet: { from: 'db', to: 'web' },
        },
      },
    },
  ],
});
