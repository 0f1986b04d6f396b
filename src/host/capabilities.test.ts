import { expect, test } from 'vitest';
import { capabilityBits, capabilityNames, hasCapability } from './capabilities.ts';

const docker = '00000000a80425fb';

test('decodes Docker’s mask as capsh does', () => {
  expect(capabilityNames(docker).join(',')).toBe(
    'cap_chown,cap_dac_override,cap_fowner,cap_fsetid,cap_kill,cap_setgid,cap_setuid,cap_setpcap,cap_net_bind_service,cap_net_raw,cap_sys_chroot,cap_mknod,cap_audit_write,cap_setfcap',
  );
  expect(capabilityBits(docker, 41).filter(Boolean)).toHaveLength(14);
});

test('reads bits beyond 32, and an empty mask as none', () => {
  expect(hasCapability('000001ffffffffff', 'checkpoint_restore')).toBe(true);
  expect(hasCapability(docker, 'sys_time')).toBe(false);
  expect(capabilityNames('')).toEqual([]);
});
