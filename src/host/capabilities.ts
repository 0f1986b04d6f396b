/** The capabilities of Linux by their numbers, as capsh(1) writes them. capabilities(7), include/uapi/linux/capability.h */
export const capabilities = [
  ...['chown', 'dac_override', 'dac_read_search', 'fowner', 'fsetid', 'kill', 'setgid', 'setuid', 'setpcap'],
  ...['linux_immutable', 'net_bind_service', 'net_broadcast', 'net_admin', 'net_raw', 'ipc_lock', 'ipc_owner'],
  ...['sys_module', 'sys_rawio', 'sys_chroot', 'sys_ptrace', 'sys_pacct', 'sys_admin', 'sys_boot', 'sys_nice'],
  ...['sys_resource', 'sys_time', 'sys_tty_config', 'mknod', 'lease', 'audit_write', 'audit_control', 'setfcap'],
  ...['mac_override', 'mac_admin', 'syslog', 'wake_alarm', 'block_suspend', 'audit_read', 'perfmon', 'bpf'],
  'checkpoint_restore',
] as const;
export type Capability = (typeof capabilities)[number];

/** A mask of hex digits as one answer per capability, from number 0 on. */
export function capabilityBits(mask: string, count: number): boolean[] {
  const value = BigInt(`0x${mask || '0'}`);
  return Array.from({ length: count }, (_, index) => ((value >> BigInt(index)) & 1n) === 1n);
}

/** The names in a mask, as `capsh --decode` lists them. */
export function capabilityNames(mask: string): string[] {
  return capabilities
    .filter((_, index) => capabilityBits(mask, capabilities.length)[index])
    .map((name) => `cap_${name}`);
}

/** Whether a mask holds a capability. */
export function hasCapability(mask: string, name: Capability): boolean {
  return capabilityBits(mask, capabilities.length)[capabilities.indexOf(name)] === true;
}
