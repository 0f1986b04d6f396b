import { describe, expect, test } from 'vitest';
import { facts, host, inside } from '../told.ts';
import { wrongIn } from './in-take.ts';

const missing = (path: string) => `cat: ${path}: No such file or directory`;

describe('two files', () => {
  const before = [
    'docker run -d --name web -v /data isolate-lab:13 sleep 900',
    "docker exec web sh -c 'echo layer > /note; echo volume > /data/note'",
  ];
  test('are there where they were written, the layer’s in an image, and neither in a new container', () => {
    expect(wrongIn('docker exec web cat /note /data/note', 'layer\nvolume', { before })).toBe('');
    expect(wrongIn('docker exec web cat /note /data/note', 'layer\nanother', { before })).not.toBe('');
    const copied = "docker run --rm copy sh -c 'cat /note /data/note 2>&1'";
    expect(wrongIn(copied, `layer\n${missing('/data/note')}`, { before, status: 1 })).toBe('');
    expect(wrongIn(copied, 'layer\nvolume', { before })).not.toBe('');
    const anew = 'docker run --rm -v /data isolate-lab:13 cat /note /data/note';
    expect(wrongIn(anew, `${missing('/note')}\n${missing('/data/note')}`, { before, status: 1 })).toBe('');
    expect(wrongIn(anew, `layer\n${missing('/data/note')}`, { before, status: 1 })).not.toBe('');
  });

  test('leave one volume, in which one of them is', () => {
    expect(wrongIn('docker volume ls -q | wc -l', '1', { before })).toBe('');
    expect(wrongIn('docker volume ls -q | wc -l', '2', { before })).not.toBe('');
    const found = 'docker run --rm -v $(docker volume ls -q):/old isolate-lab:13 cat /old/note';
    expect(wrongIn(found, 'volume', { before })).toBe('');
    expect(wrongIn(found, 'layer', { before })).not.toBe('');
  });

  test('outlive a restart, which keeps the id and makes another process', () => {
    const again = { ...facts, containers: facts.containers.map((one) => ({ ...one, pid: one.pid + 40 })) };
    expect(wrongIn('docker restart -t0 web', 'web', { moments: [facts, again] })).toBe('');
    expect(wrongIn('docker restart -t0 web', 'web', { moments: [facts, facts] })).not.toBe('');
  });
});

describe('a pod', () => {
  const before = [
    'docker run -d --name web --ipc=shareable isolate-lab:13 nc -lk 127.0.0.1 9090',
    'docker run -d --name side --network=container:web isolate-lab:13 sleep 900',
    'echo mine > /note',
  ];
  test('has one loopback, and no files in common but through a process', () => {
    const open = 'Connection to 127.0.0.1 9090 port [tcp/*] succeeded!';
    expect(wrongIn('nc -zv 127.0.0.1 9090', open, { before, view: inside })).toBe('');
    expect(wrongIn('nc -zv 127.0.0.1 9090', open.replace('9090', '9091'), { before, view: inside })).not.toBe('');
    const both = 'cat /note; cat /proc/1/root/note';
    expect(wrongIn(both, `${missing('/note')}\nmine`, { before, view: inside })).toBe('');
    expect(wrongIn(both, 'mine\nmine', { before, view: inside })).not.toBe('');
  });

  test('ends with the container that was killed', () => {
    const ended = { ...facts, containers: facts.containers.map((one) => ({ ...one, status: 'exited' })) };
    expect(wrongIn('docker kill web', 'web', { moments: [facts, ended] })).toBe('');
    expect(wrongIn('docker kill web', 'web', { moments: [facts, facts] })).not.toBe('');
  });
});

describe('a crash', () => {
  const prepare = [
    `printf '#!/bin/sh\\n{ echo one; } > /run/crash\\n' > /usr/local/sbin/crash; chmod +x /usr/local/sbin/crash`,
    "sysctl -qw 'kernel.core_pattern=|/usr/local/sbin/crash %s'",
  ];
  test('has one setting, on both sides as it was set, and a helper as it was written', () => {
    const pattern = 'cat /proc/sys/kernel/core_pattern';
    for (const view of [host, inside]) {
      expect(wrongIn(pattern, '|/usr/local/sbin/crash %s', { prepare, view })).toBe('');
      expect(wrongIn(pattern, 'core', { prepare, view })).not.toBe('');
    }
    expect(wrongIn('cat /usr/local/sbin/crash', '#!/bin/sh\n{ echo one; } > /run/crash', { prepare })).toBe('');
    expect(wrongIn('cat /usr/local/sbin/crash', '#!/bin/sh\n{ echo two; } > /run/crash', { prepare })).not.toBe('');
  });

  test('is told of by the host’s root, in the host’s namespaces', () => {
    const namespace = `pid:[${facts.processes[0]?.ns.pid}]`;
    const said = ['signal 11', '0', 'dockerhost', namespace, namespace];
    expect(wrongIn('cat /run/crash; readlink /proc/1/ns/pid', said.join('\n'))).toBe('');
    for (const index of said.keys()) {
      const forged = said.with(index, 'pid:[4026539999]').join('\n');
      expect(wrongIn('cat /run/crash; readlink /proc/1/ns/pid', forged)).not.toBe('');
    }
  });

  test('ends in 139', () => {
    const line = "sh -c 'kill -SEGV $$'";
    const output = 'Segmentation fault (core dumped)';
    expect(wrongIn(line, output, { view: inside, status: 139 })).toBe('');
    expect(wrongIn(line, output, { view: inside, status: 0 })).not.toBe('');
  });
});

describe('a time zone', () => {
  const prepare = ['ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime'];
  const ask = "date '+%H:%M %Z'";
  // The take began at 12:00 UTC; the line was typed ten seconds later.
  const run = (options: string) => `docker run --rm ${options} isolate-lab:13 ${ask}`;
  test.each<[string, string, typeof host | typeof inside]>([
    [ask, '21:00 JST', host],
    [ask, '12:00 UTC', inside],
    [run('-e TZ=Asia/Tokyo'), '21:00 JST', host],
    [run('-e TZ=Asia/Nowhere'), '12:00 Asia', host],
    [run('-v /etc/localtime:/etc/localtime:ro'), '21:00 JST', host],
  ])('is what is looked into there: %s prints %s', (line, output, view) => {
    expect(wrongIn(line, output, { prepare, view })).toBe('');
    expect(wrongIn(line, output.replace(/^../, '17'), { prepare, view })).not.toBe('');
    expect(wrongIn(line, output.replace(/\w+$/, 'CET'), { prepare, view })).not.toBe('');
  });

  test('is no part of the seconds, and of the file’s name', () => {
    const seconds = Date.parse('2026-01-01T12:00:10Z') / 1000;
    expect(wrongIn('date +%s', `${seconds}`)).toBe('');
    expect(wrongIn('date +%s', `${seconds + 9 * 3600}`)).not.toBe('');
    expect(wrongIn('readlink /etc/localtime', '/usr/share/zoneinfo/Asia/Tokyo', { prepare })).toBe('');
    expect(wrongIn('readlink /etc/localtime', '/usr/share/zoneinfo/Asia/Tokyo', { prepare, view: inside })).not.toBe(
      '',
    );
  });
});
