import { expect, test } from 'vitest';
import { parseMachines } from './parse-machines.ts';

const boot = '6c1f2f6e-1111-4222-8333-944455556666';

test('each kernel that answers is read from its line, a boot id only where there is one', () => {
  const text = `host host 1 dockerhost 7.2.4 ${boot} 4014804 103\nsandbox gv 901 aa11 4.4.0 - 2097152 2`;
  expect(parseMachines(text)).toEqual([
    {
      kind: 'host',
      name: 'host',
      pid: 1,
      hostname: 'dockerhost',
      kernel: '7.2.4',
      bootId: boot,
      memory: 4014804,
      processes: 103,
    },
    { kind: 'sandbox', name: 'gv', pid: 901, hostname: 'aa11', kernel: '4.4.0', memory: 2097152, processes: 2 },
  ]);
});

test('a machine that gave no answer is an error', () => {
  expect(() => parseMachines('vm vm 912 ')).toThrow('The collected text has no whole machine in "vm vm 912 ".');
  expect(() => parseMachines(`sandbox gv 901 aa11  ${boot} 2097152 2`)).toThrow('no whole machine');
  expect(() => parseMachines(`ship vm 912 vm 6.1 ${boot} 223456 51`)).toThrow('no whole machine');
});
