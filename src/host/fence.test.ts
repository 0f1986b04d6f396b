import { describe, expect, test } from 'vitest';
import { doorOf } from './doors.ts';
import { type EntityRef, partOf, quote } from './entity.ts';
import type { Mount } from './facts.ts';
import { fenceOf, granted } from './fence.ts';
import { sampleHost } from './sample.ts';
import { withSlab } from './sample-slab.ts';

const plain = sampleHost({ containers: [{ name: 'web' }] });
const facts = withSlab(plain);
const [web] = facts.containers;

/** As `findmnt` lists them in a container: runc masks a file with /dev/null, whose mount's root is /null, and a folder with a tmpfs. */
const over = (target: string, type: string, root: string, options: string): Mount => ({
  target,
  type,
  root,
  source: type,
  options,
});
const masked = {
  ...facts,
  namespaces: facts.namespaces.map((namespace) => ({
    ...namespace,
    ...(namespace.mounts
      ? {
          mounts: [
            ...namespace.mounts,
            over('/proc/sys', 'proc', '/sys', 'ro,nosuid,rw'),
            over('/proc/keys', 'tmpfs', '/null', 'rw,nosuid,rw'),
            over('/proc/acpi', 'tmpfs', '/', 'ro,relatime,ro'),
            over('/sys/fs/cgroup', 'cgroup2', '/', 'ro,nosuid,rw'),
          ],
        }
      : {}),
  })),
};

const entities: Record<string, EntityRef> = {
  caps: { railOf: 'web', rail: 'caps' },
  paths: { railOf: 'web', rail: 'paths' },
  boot: { door: 'boot', of: 'web' },
  clock: { door: 'clock', of: 'web' },
};

describe('a fence', () => {
  test('counts what is granted, and what is mounted over', () => {
    const fence = web && fenceOf(web, masked);
    expect(fence && granted(fence)).toBe(14);
    expect(fence).toMatchObject({
      profile: 'docker-default',
      masked: ['/proc/keys', '/proc/acpi'],
      readOnly: ['/proc/sys'],
    });
  });

  test('is unknown where nobody asked', () => {
    expect(web && fenceOf(web, plain)).toBeUndefined();
    expect(partOf({ railOf: 'web', rail: 'caps' }, plain)).toBeUndefined();
  });

  test('can be pointed at and quoted, rail by rail', () => {
    expect(partOf({ railOf: 'web', rail: 'caps' }, facts)).toBe('fence:caps:web');
    expect(quote('caps.granted', facts, entities)).toBe('14');
    expect(quote('caps.known', facts, entities)).toBe('41');
    expect(quote('paths.masked', masked, entities)).toBe('2');
  });
});

describe('a door', () => {
  test('can be pointed at and quoted while its container runs', () => {
    expect(partOf({ door: 'boot', of: 'web' }, facts)).toBe('door:boot');
    expect(quote('boot.value', facts, entities)).toBe('8f1e04c2');
    expect(quote('boot.id', facts, entities)).toBe('8f1e04c2-1111-4222-8333-444455556666');
    expect(quote('clock.value', facts, entities)).toBe('06:04:10');
    const ended = withSlab(sampleHost({ containers: [{ name: 'web', exited: 0 }] }));
    expect(partOf({ door: 'boot', of: 'web' }, ended)).toBeUndefined();
  });

  test('is used as far as the fence lets it', () => {
    const use = (door: 'clock' | 'sysctl', host = facts) => web && doorOf(door, web, host).use;
    expect(use('clock')).toBe('read only');
    expect(use('clock', withSlab(plain, { effective: '00000000aa0425fb' }))).toBe('read and set');
    expect(use('sysctl', masked)).toBe('read only');
    expect(use('sysctl')).toBe('read and set');
  });
});
