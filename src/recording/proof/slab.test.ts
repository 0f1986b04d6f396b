import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../host/facts.ts';
import { sampleHost } from '../../host/sample.ts';
import { withSlab } from '../../host/sample-slab.ts';
import type { Claim, Verdict } from './claim.ts';
import { proveFence, proveFile, proveSlab } from './slab.ts';
import { claimOf } from './told.ts';
import type { View } from './view.ts';

const host: View = { host: true };
const inside: View = { container: 'web' };
const facts = withSlab(sampleHost({ containers: [{ name: 'web' }] }));
// 1795500250 is 06:04:10 in UTC.
const later = withSlab(facts, {}, { clock: 1795500260 });

function told(
  prover: (claim: Claim, verdict: Verdict) => void,
  line: string,
  output: string,
  view = inside,
  moments: HostFacts[] = [facts, later],
) {
  const verdict: Verdict = { compared: 0, failures: [] };
  prover(claimOf(line, output, view, moments), verdict);
  return { compared: verdict.compared, wrong: verdict.failures.map(({ expected, found }) => `${expected} / ${found}`) };
}

describe('what is shared', () => {
  test.each([
    ['cat /proc/sys/kernel/random/boot_id', '8f1e04c2-1111-4222-8333-444455556666', 'c2', 'c3'],
    ['grep MemTotal /proc/meminfo', 'MemTotal:        4013728 kB', '4013728', '4013729'],
    ['sysctl vm.swappiness', 'vm.swappiness = 60', '60', '61'],
    ['df --output=source,size,itotal /', 'Filesystem 1K-blocks Inodes\noverlay 12278920 786432', '786432', '786433'],
    ['cat /proc/key-users', '    0:    56 55/55 39/1000000\n 1500:     2 2/2 2/200', '1500', '1501'],
    ['date +%T', '06:04:15', '06:04:15', '06:05:15'],
  ])('of `%s` an altered digit is found, inside and outside', (line, output, from, to) => {
    for (const view of [inside, host]) {
      expect(told(proveSlab, line, output, view)).toEqual({ compared: 1, wrong: [] });
      expect(told(proveSlab, line, output.replace(from, to), view).wrong).toHaveLength(1);
    }
  });

  test('a clock that was set is an hour from what it was', () => {
    const ahead = withSlab(facts, {}, { clock: 1795500255 + 3600 });
    const set = (output: string, moments: HostFacts[]) =>
      told(proveSlab, "date +%T -s '1 hour'", output, inside, moments).wrong;
    expect(set('07:04:12', [facts, ahead])).toEqual([]);
    expect(set('date: cannot set date\n07:04:12', [facts, later])).toEqual([]);
    expect(set('06:04:12', [facts, ahead])).toHaveLength(1);
  });
});

describe('the fence', () => {
  test('tells masks, modes and labels of the container that the pane is in', () => {
    const fence = (line: string, output: string) => told(proveFence, line, output).wrong;
    expect(fence('grep CapEff /proc/self/status', 'CapEff:\t00000000a80425fb')).toEqual([]);
    expect(fence('grep CapEff /proc/self/status', 'CapEff:\t00000000a80425fa')).toHaveLength(1);
    expect(fence("grep -E 'NoNewPrivs|Seccomp' /proc/self/status", 'NoNewPrivs:\t0\nSeccomp:\t2')).toEqual([]);
    expect(fence("grep -E 'NoNewPrivs|Seccomp' /proc/self/status", 'NoNewPrivs:\t1\nSeccomp:\t0')).toHaveLength(2);
    expect(fence('cat /proc/self/attr/current', 'docker-default (enforce)')).toEqual([]);
    expect(fence('cat /proc/self/attr/current', 'unconfined')).toHaveLength(1);
  });

  test('tells the names in a mask, where the terminal broke the line as well', () => {
    const all =
      'cap_chown,cap_dac_override,cap_fowner,cap_fsetid,cap_kill,cap_setgid,cap_setuid,cap_setpcap,cap_net_bind_service,cap_net_raw,cap_sys_chroot,cap_mknod,cap_audit_write,cap_setfcap';
    const line = 'capsh --decode=$(grep CapEff /proc/self/status | cut -f 2)';
    expect(told(proveFence, line, `0x00000000a80425fb=${all}`)).toEqual({ compared: 1, wrong: [] });
    expect(told(proveFence, line, `0x00000000a80425fb=${all.replace('cap_mknod,', '')}`).wrong).toHaveLength(1);
  });
});

test('an image’s file has one inode', () => {
  const line = 'stat -L -c %i /usr/bin/python3';
  expect(told(proveFile, line, '131842')).toEqual({ compared: 1, wrong: [] });
  expect(told(proveFile, line, '131843').wrong).toEqual(['131842 / 131843']);
});
