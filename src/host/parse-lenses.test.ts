import { expect, test } from 'vitest';
import { parseFacts } from './parse.ts';
import { parseIpc } from './parse-namespaces.ts';

// As Linux 7.2 prints them: the columns are padded, and the names stand above them.
const shm = `       key      shmid perms                  size  cpid  lpid nattch   uid   gid  cuid  cgid      atime      dtime      ctime                   rss                  swap
 974944224          0   644                  4096  1240     0      0     0     0     0     0          0          0 1763950000                     0                     0`;
const sem = `       key      semid perms      nsems   uid   gid  cuid  cgid      otime      ctime
-128736512          3   644          2  1000  1000     0     0          0 1763950000`;
const files = `total 4
-rw-r--r-- 1 0 0 6 Nov 24 02:10 note`;

test('reads segments, semaphore sets and files of shared memory, each from its own table', () => {
  expect(parseIpc([shm, sem, files].join('\n'))).toEqual({
    sysvShm: [{ key: 974944224, id: 0, bytes: 4096, owner: 0, attached: 0 }],
    sysvSem: [{ key: -128736512, id: 3, count: 2, owner: 1000 }],
    posixShm: [{ name: 'note', bytes: 6 }],
  });
});

test('does not say that there are no semaphores where they were not read', () => {
  expect(parseIpc([shm, files].join('\n'))).not.toHaveProperty('sysvSem');
});

test('takes the path that a process sees from the reader in its own cgroup namespace', () => {
  const kinds = ['pid', 'net', 'mnt', 'uts', 'ipc', 'user', 'time'];
  const links = (pid: number, cgroup: number) =>
    [
      `/proc/${pid}/ns:`,
      'total 0',
      ...[...kinds.map((kind) => [kind, 4026531800] as const), ['cgroup', cgroup] as const].map(
        ([kind, inode]) => `lrwxrwxrwx 1 root root 0 Nov 24 02:10 ${kind} -> ${kind}:[${inode}]`,
      ),
    ].join('\n');
  const stat = (pid: number) => `/proc/${pid}/stat:${pid} (it) S 1 ${Array.from({ length: 40 }, () => 7).join(' ')}`;
  const status = (pid: number) => `/proc/${pid}/status:Name:\tit\n/proc/${pid}/status:NSpid:\t${pid}`;
  const scope = '/system.slice/docker-4f.scope';
  const text = `== host
dockerhost
7.2
== count
2
== passwd
root:x:0
== containers
== status
${status(1)}
${status(908)}
== stat
${stat(1)}
${stat(908)}
== cgroup
/proc/1/cgroup:0::/init.scope
/proc/908/cgroup:0::${scope}
== args
1 /sbin/init
908 sleep 600
== ns
${links(1, 4026531835)}
${links(908, 4026532216)}
== cgroup cgroup:[4026532216]
/proc/1/cgroup:0::/../../init.scope
/proc/908/cgroup:0::/
== cgroups
== end
`;
  const [init, sleep] = parseFacts(text).processes;
  expect(init).toMatchObject({ cgroup: '/init.scope' });
  expect(init).not.toHaveProperty('cgroupSeen');
  expect(sleep).toMatchObject({ cgroup: scope, cgroupSeen: '/' });
});
