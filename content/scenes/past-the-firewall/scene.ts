import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'past-the-firewall',
  title: 'Past the firewall',
  lens: 'net',
  varies: 'Published on',
  panes: {
    host: { title: 'host', rows: 14 },
    client: { title: 'outside, 10.99.0.2', via: 'ip netns exec client bash', rows: 6 },
  },
  undo: [
    'systemctl stop lab-service 2>/dev/null; systemctl reset-failed lab-service 2>/dev/null',
    'grep -q ENABLED=yes /etc/ufw/ufw.conf && ufw --force disable >/dev/null',
    'if [ -e /run/netns ]; then ip -all netns delete; umount /run/netns; rmdir /run/netns; ip link delete lan0; fi 2>/dev/null',
  ],
  takes: {
    default: { label: '-p 8080:80', name: 'all addresses' },
    loopback: { label: '-p 127.0.0.1:8080:80', name: '127.0.0.1' },
  },
  entities: { web: { container: 'web' }, net: { namespaceOf: 'web', kind: 'net' }, host: { host: true } },
  prepare: [
    'ip netns add client; ip link add lan0 type veth peer name eth0 netns client; ip addr add 10.99.0.1/24 dev lan0; ip link set lan0 up',
    'ip -n client link set lo up; ip -n client addr add 10.99.0.2/24 dev eth0; ip -n client link set eth0 up; ip -n client route add default via 10.99.0.1',
    'systemd-run -q --unit=lab-service nc -lk -p 9090',
    'ufw --force reset; ufw allow 22/tcp; ufw --force enable',
  ],
  steps: [
    {
      id: 'rules',
      run: { pane: 'host', type: 'ufw status verbose' },
      before: 'A firewall of Debian’s, switched on: print what it lets in.',
      after: 'Incoming is denied, but for ssh on port 22.',
      marks: [{ pane: 'host', text: 'deny (incoming)', entity: 'host' }],
      signs: [{ sign: 'filter', pane: 'host', at: '22/tcp', says: 'deny (incoming)' }],
    },
    {
      id: 'publish',
      run: { pane: 'host', type: 'docker run -d --name web -p 8080:80 isolate-lab:13 nc -lk -p 80' },
      before: 'Publish a port of a container. Nobody tells the firewall.',
      after: 'The container runs, and its port 80 is the host’s 8080.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      in: {
        loopback: {
          run: { pane: 'host', type: 'docker run -d --name web -p 127.0.0.1:8080:80 isolate-lab:13 nc -lk -p 80' },
          before: 'Publish a port of a container, on 127.0.0.1.',
          after: 'The container runs, and its port 80 is 8080 on one address of the host.',
        },
      },
    },
    {
      id: 'listening',
      run: { pane: 'host', type: "ss -ltn 'sport = :9090 or sport = :8080'" },
      before: 'A service of the host’s own listens on 9090. See both.',
      after: 'Two ports, both on every address of the host.',
      marks: [{ pane: 'host', text: '8080', entity: 'web' }],
      signs: [
        { sign: 'port', pane: 'host', says: '0.0.0.0:9090' },
        { sign: 'port', pane: 'host', says: '0.0.0.0:8080' },
      ],
      in: {
        loopback: {
          after: '9090 on every address, 8080 on 127.0.0.1 only.',
          signs: [
            { sign: 'port', pane: 'host', says: '0.0.0.0:9090' },
            { sign: 'port', pane: 'host', says: '127.0.0.1:8080' },
          ],
        },
      },
    },
    {
      id: 'service',
      run: { pane: 'client', type: 'nc -zv -w 4 10.99.0.1 9090' },
      packet: { from: '10.99.0.2', to: '10.99.0.1' },
      signs: [
        { sign: 'outside', pane: 'client', of: 'client', at: '10.99.0.2' },
        { sign: 'call', pane: 'client', of: 'client', at: '10.99.0.1 port 9090', says: 'timed out', fails: true },
      ],
      before: 'From a network of its own, in place of another machine, call the host’s service.',
      after: 'No answer: the firewall drops the packet. It works.',
    },
    {
      id: 'container',
      run: { pane: 'client', type: 'nc -zv -w 4 10.99.0.1 8080' },
      packet: { from: '10.99.0.2', to: 'web' },
      signs: [{ sign: 'call', pane: 'client', of: 'client', at: '10.99.0.1 8080', says: 'succeeded' }],
      before: 'The same for the container’s port.',
      after: 'Open. The same firewall, the same address, and no rule that allows it.',
      predict: {
        question: 'Everything but ssh is denied. Does a call from outside reach port 8080?',
        answers: ['no, it is denied like 9090', 'yes'],
        right: 1,
        proof: { pane: 'client', text: 'succeeded' },
        because:
          'The firewall’s rule is about packets for the host. This packet has been addressed to the container before that rule is asked.',
      },
      in: {
        loopback: {
          packet: { from: '10.99.0.2', to: '10.99.0.1' },
          predict: undefined,
          signs: [
            { sign: 'call', pane: 'client', of: 'client', at: '10.99.0.1 port 8080', says: 'timed out', fails: true },
          ],
          after: 'No answer. Nothing rewrites this packet, so it is one for the host, and those are denied.',
        },
      },
    },
    {
      id: 'why',
      run: { pane: 'host', type: 'iptables -t nat -S DOCKER' },
      before: 'Look at the rules that Docker wrote.',
      after:
        'A packet for port 8080 gets the container’s address before ufw’s rules see it. From then on it goes through the host, not to it, and there Docker’s own chain accepts it.',
      marks: [{ pane: 'host', text: 'DNAT', entity: 'net' }],
      signs: [{ sign: 'nat', pane: 'host', at: 'DNAT', says: '172.17.0.2:80' }],
      in: {
        loopback: { after: 'The same rewriting, for packets to 127.0.0.1 only. Those come from the host itself.' },
      },
    },
  ],
});
