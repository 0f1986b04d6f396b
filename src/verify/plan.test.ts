import { expect, test } from 'vitest';
import { hostForms, insideForms, leftOut, runIn } from './allowed.ts';

test('a container of the script’s own is taken apart', () => {
  expect(runIn('docker run -d --name web isolate-lab:13 sleep 600')).toEqual({
    name: 'web',
    options: [],
    command: 'sleep 600',
  });
  expect(runIn('docker run -d --name web --memory 64m isolate-lab:13 sleep 600')).toEqual({
    name: 'web',
    options: ['--memory 64m'],
    command: 'sleep 600',
  });
  expect(runIn('docker run --rm isolate-lab:13 ls -l /note')).toEqual({ options: ['--rm'], command: 'ls -l /note' });
});

test.each([
  ['docker run -d --name web --privileged isolate-lab:13 sleep 600', '--privileged'],
  ['docker run -d --name web --cap-add SYS_TIME isolate-lab:13 sleep 600', '--cap-add SYS_TIME'],
  ['docker run -d --name web -v /:/host isolate-lab:13 sleep 600', '-v /:/host'],
  ['docker run -d --name web -v /var/run/docker.sock:/s isolate-lab:13 sleep 600', '-v /var/run/docker.sock:/s'],
  ['docker run -d --name web -p 8080:80 isolate-lab:13 sleep 600', '-p 8080:80'],
  ['docker run -d --name web --pid=host isolate-lab:13 sleep 600', '--pid=host'],
  ['docker run -d --name web --network=host isolate-lab:13 sleep 600', '--network=host'],
  ['docker run -d --name web --ipc=host isolate-lab:13 sleep 600', '--ipc=host'],
  ['docker run -d --name web --device /dev/vda isolate-lab:13 sleep 600', '--device /dev/vda'],
  [
    'docker run -d --name web --security-opt seccomp=unconfined isolate-lab:13 sleep 600',
    '--security-opt seccomp=unconfined',
  ],
  ['docker run -d --name web isolate-lab:12 sleep 600', 'isolate-lab:12'],
  ['docker run -d --name web isolate-lab:13 stress-ng --cpu 8', 'stress-ng --cpu 8'],
  ['docker run --rm isolate-lab:13 dd if=/dev/zero of=/f', 'dd if=/dev/zero of=/f'],
  ['docker run --rm debian:13 true', 'another image'],
])('%s is not run', (line, why) => {
  expect(runIn(line)).toBe(why);
});

test.each([
  'date -s 2020-01-01',
  'mount -t tmpfs none /mnt',
  'rm -rf /',
  'reboot',
  'hostname isolated',
  'ls -R /',
  'uname -r; reboot',
  'ps aux; rm x',
  'docker inspect -f "$(reboot)" web',
])('on the host, %s is not run', (line) => {
  expect(hostForms.some(({ form }) => form.test(line))).toBe(false);
});

test.each([
  'date -s 2020-01-01',
  ':(){ :|:& };:',
  'ping -c 1 web; reboot',
  'cat /proc/self/cgroup > /x',
  'grep x /proc/self/status; rm -rf /',
])('in a container, %s is not run', (line) => {
  expect(insideForms.some(({ form }) => form.test(line))).toBe(false);
});

test('what is left out is never allowed as well', () => {
  for (const line of ['lsns -p 1', 'ip -br link', 'mount', 'unshare -U', 'dmesg']) {
    expect(leftOut.some(({ form }) => form.test(line))).toBe(true);
    expect(hostForms.some(({ form }) => form.test(line))).toBe(false);
  }
});

test.each([
  ['cat /sys/fs/cgroup/{cpu,memory}.max', true],
  ['cat /sys/fs/cgroup/{cpu,memory,pids}.max', true],
  ['cat /sys/fs/cgroup/memory.{max,swap.max}', true],
  ['cat /sys/fs/cgroup/cpu.max', true],
  ['cat /sys/fs/cgroup/cpu.{max,weight}', true],
  ['cat /sys/fs/cgroup/../../etc/shadow', false],
  ['cat /sys/fs/cgroup/memory.current', false],
])('%s may be asked: %s', (line, allowed) => {
  expect(insideForms.some(({ form }) => form.test(line))).toBe(allowed);
});
