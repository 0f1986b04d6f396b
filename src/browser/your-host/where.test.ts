import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whereFrom } from './where.ts';

describe('where a Docker runs', () => {
  test.each([
    ['Docker Desktop | 6.12.54-linuxkit | docker-desktop', 'desktop', '6.12.54-linuxkit'],
    ['Docker Desktop | 6.6.87.2-microsoft-standard-WSL2 | docker-desktop', 'desktop-wsl', 'Windows is one machine'],
    ['Rancher Desktop WSL Distribution | 5.15.167.4-microsoft-standard-WSL2 | pc', 'rancher', 'Rancher Desktop:'],
    ['Alpine Linux v3.23 | 6.6.71-0-virt | lima-rancher-desktop', 'rancher', '6.6.71-0-virt'],
    ['OrbStack | 6.17.8-orbstack-00308-g8f9c941121b1 | orbstack', 'orbstack', 'The Mac'],
    ['Ubuntu 24.04.3 LTS | 6.8.0-64-generic | colima', 'colima', 'the machine colima'],
    ['Ubuntu 25.04 | 6.14.0-15-generic | lima-docker', 'lima', 'the machine lima-docker'],
    ['Ubuntu 24.04.2 LTS | 6.6.87.2-microsoft-standard-WSL2 | pc', 'wsl', 'a WSL 2 distribution'],
    ['Microsoft Windows Version 23H2 | 10.0 22631 (22621.1.amd64fre.ni_release) | pc', 'windows', 'Windows containers'],
    ['Debian GNU/Linux forky/sid | 7.2.12+deb14-amd64 | dockerhost', 'linux', 'the host is dockerhost'],
  ])('is told from %s', (pasted, kind, words) => {
    expect(whereFrom(pasted)).toMatchObject({ kind, sentence: expect.stringContaining(words) });
  });

  test('is told from all that docker info prints', () => {
    const pasted = [
      'Client: Docker Engine - Community',
      ' Context:    desktop-linux',
      'Server:',
      ' Containers: 3',
      ' Kernel Version: 6.12.54-linuxkit',
      ' Operating System: Docker Desktop',
      ' OSType: linux',
      ' Name: docker-desktop',
    ].join('\r\n');
    expect(whereFrom(pasted).kind).toBe('desktop');
  });

  test('is told from a line that was pasted with its command', () => {
    const command = 'PS C:\\> docker info --format "{{.OperatingSystem}} | {{.KernelVersion}} | {{.Name}}"';
    expect(whereFrom(`${command}\nDocker Desktop | 6.12.54-linuxkit | docker-desktop\n`).kind).toBe('desktop');
  });

  test.each([[''], ['hello'], ['a | b | c'], ['Cannot connect to the Docker daemon'], ['Docker Desktop | 6.12']])(
    'is not made up from %j',
    (pasted) => {
      expect(whereFrom(pasted).kind).toBe('unread');
    },
  );

  test('is a sentence, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (pasted) => {
        expect(whereFrom(pasted).sentence).toMatch(/\.$/);
      }),
    );
  });
});
