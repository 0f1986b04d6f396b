import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { TakeFacts } from '../recording/recording.ts';
import type { HostFacts } from './facts.ts';
import { addressOf, bridgesOf, cablesOf, gatesOf, inSubnet, linksOf, netOwner, routeOf } from './net.ts';
import { sampleHost } from './sample.ts';
import { withNetwork } from './sample-net.ts';
import { wallOf } from './views.ts';

const scenes = new URL('../../content/scenes/', import.meta.url);
const recorded = readdirSync(scenes)
  .flatMap((scene) => readdirSync(new URL(`${scene}/`, scenes)).map((take) => `${scene}/${take}`))
  .filter((take) => existsSync(new URL(`${take}/facts.json`, scenes)));
const read = (take: string) => JSON.parse(readFileSync(new URL(`${take}/facts.json`, scenes), 'utf8')) as TakeFacts;

const pair = withNetwork(sampleHost({ containers: [{ name: 'db' }, { name: 'web' }] }), {
  db: ['docker0'],
  web: ['docker0'],
});
const apart = withNetwork(
  sampleHost({ containers: [{ name: 'db' }, { name: 'web' }] }),
  { db: ['docker0'], web: ['br-shop'] },
  ['docker0', 'br-shop'],
);
const hosts = withNetwork(sampleHost({ containers: [{ name: 'db' }, { name: 'web', shared: ['net'] }] }), {
  db: ['docker0'],
});

describe('cablesOf', () => {
  test('matches the two ends of the cable that was recorded', () => {
    const facts = read('one-process/default').steps.at(-1)?.after as HostFacts;
    expect(cablesOf(facts)).toMatchObject([
      {
        container: 'web',
        inside: { name: 'eth0', addresses: ['172.17.0.2/16'] },
        outside: { name: expect.stringMatching(/^veth[0-9a-f]{7}$/), master: 'docker0' },
        bridge: { name: 'docker0' },
      },
    ]);
  });

  // The bridge of a rootless daemon stands in a network namespace of its own, which nobody reads.
  test.each(recorded.filter((take) => !take.endsWith('/rootless')))(
    'finds in %s a cable for every room with interfaces of its own, in its bridge’s network',
    (take) => {
      for (const { after } of read(take).steps) {
        const cables = cablesOf(after);
        for (const container of after.containers) {
          const veths = linksOf(container, after).filter(({ kind }) => kind === 'veth');
          if (wallOf(container, after)?.net !== 'own' || netOwner(container, after)) continue;
          const own = cables.filter((cable) => cable.container === container.name);
          expect(own.map(({ inside }) => inside)).toEqual(veths);
          for (const { inside, bridge } of own) {
            const [address = ''] = (addressOf(inside) ?? '').split('/');
            expect(bridge?.addresses.some((network) => inSubnet(address, network))).toBe(true);
          }
        }
      }
    },
  );

  test('tells rooms apart whose interfaces have the same index', () => {
    expect(cablesOf(pair).map(({ container, inside }) => [container, inside.index])).toEqual([
      ['db', 2],
      ['web', 2],
    ]);
    expect(new Set(cablesOf(pair).map(({ outside }) => outside.name)).size).toBe(2);
  });

  test('takes no end for a cable that two namespaces could claim', () => {
    const facts = structuredClone(pair);
    const [db, web] = facts.namespaces.filter(({ kind, links }) => kind === 'net' && links?.length === 2);
    const claimed = db?.links?.[1];
    if (web?.links?.[1] && claimed) web.links[1].peerIndex = claimed.peerIndex ?? 0;
    expect(cablesOf(facts)).toEqual([]);
  });

  test('finds none for a room in the host’s network, nor for one with lo only', () => {
    expect(cablesOf(hosts).map(({ container }) => container)).toEqual(['db']);
    expect(cablesOf(withNetwork(sampleHost({ containers: [{ name: 'web' }] }), {}))).toEqual([]);
  });
});

describe('bridgesOf', () => {
  test('puts those with cables before those without, and made networks before docker0', () => {
    const made = ['docker0', 'br-shop'];
    const idle = withNetwork(sampleHost({}), {}, made);
    expect(bridgesOf(idle).map(({ name }) => name)).toEqual(['br-shop', 'docker0']);
    const used = withNetwork(sampleHost({ containers: [{ name: 'web' }] }), { web: ['docker0'] }, made);
    expect(bridgesOf(used).map(({ name }) => name)).toEqual(['docker0', 'br-shop']);
  });
});

describe('routeOf', () => {
  const stops = (facts: HostFacts, from: string, to: string) => {
    const route = routeOf(facts, from, to);
    return route && [route.out?.container, route.bridge.name, route.in?.container];
  };

  test('leads from room to room over the bridge that both are plugged into, by address or by name', () => {
    expect(stops(pair, 'db', '172.17.0.3')).toEqual(['db', 'docker0', 'web']);
    expect(stops(pair, 'db', 'web')).toEqual(['db', 'docker0', 'web']);
  });

  test('ends at the bridge when the host itself is called', () => {
    expect(stops(hosts, 'db', '172.17.0.1')).toEqual(['db', 'docker0', undefined]);
    expect(stops(hosts, 'db', '10.0.2.15')).toEqual(['db', 'docker0', undefined]);
  });

  test('goes on through the host’s own interface to a neighbour of the host', () => {
    expect(routeOf(pair, 'db', '10.0.2.2')?.uplink?.name).toBe('ens3');
    expect(routeOf(pair, 'db', '172.17.0.3')?.uplink).toBeUndefined();
  });

  test('begins at the bridge when a room in the host’s network calls', () => {
    expect(stops(hosts, 'web', 'db')).toEqual([undefined, 'docker0', 'db']);
  });

  test('leads from another machine in by the host’s interface on its network', () => {
    const facts = withNetwork(
      sampleHost({ containers: [{ name: 'web' }] }),
      { web: ['docker0'] },
      ['docker0'],
      '10.99.0.1/24',
    );
    expect(routeOf(facts, '10.99.0.2', 'web')).toMatchObject({ gate: { name: 'lan0' }, in: { container: 'web' } });
    expect(routeOf(facts, '10.98.0.2', 'web')).toBeUndefined();
    expect(routeOf(facts, '10.99.0.2', 'db')).toBeUndefined();
    expect(gatesOf(pair)).toEqual([]);
  });

  test('is none to an address that nobody has, to another bridge, to oneself, or without a cable', () => {
    expect(stops(pair, 'db', '172.17.0.9')).toBeUndefined();
    expect(stops(apart, 'db', 'web')).toBeUndefined();
    expect(stops(pair, 'db', 'db')).toBeUndefined();
    expect(stops(pair, 'nobody', 'db')).toBeUndefined();
    const none = withNetwork(sampleHost({ containers: [{ name: 'db' }, { name: 'web' }] }), { db: ['docker0'] });
    expect(stops(none, 'web', 'db')).toBeUndefined();
  });
});

describe('inSubnet', () => {
  test('compares as many bits as the prefix has', () => {
    expect(inSubnet('172.17.255.255', '172.17.0.1/16')).toBe(true);
    expect(inSubnet('172.18.0.2', '172.17.0.1/16')).toBe(false);
    expect(inSubnet('10.0.0.1', '0.0.0.0/0')).toBe(true);
    expect(inSubnet('10.0.0.1', '10.0.0.2/32')).toBe(false);
    expect(inSubnet('web', '172.17.0.1/16')).toBe(false);
    expect(inSubnet('172.17.0.1', 'fe80::1/64')).toBe(false);
  });
});
