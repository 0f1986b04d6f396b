import type { Rail } from '../../../host/fence.ts';

// What stands in the drawing.

/** What a rail is called. */
export const rails: Record<Rail, string> = {
  seccomp: 'seccomp',
  caps: 'capabilities',
  apparmor: 'AppArmor',
  paths: 'paths',
  devices: 'devices',
};
export const lacks = (capability: string | undefined): string => `no ${capability}`;
export const wouldToo = 'would refuse it, too';
export const isOneOf = (capability: string, granted: number): string => `${capability} is one of ${granted}`;
export const has = (capability: string): string => `has ${capability}`;
export const passes = 'passes';
/** What a rail holds back. */
export const seccomp = (mode: number): string => (mode === 0 ? 'off' : mode === 1 ? 'strict' : 'a filter');
export const withMode = (value: string, mode: number): string => `${value}, mode ${mode}`;
export const granted = (granted: number, of: number): string => `${granted} of ${of} granted`;
export const noProfile = 'none';
export const profile = (name: string): string => `profile ${name}`;
export const paths = (masked: number, readOnly: number): string =>
  masked + readOnly === 0 ? 'none held back' : `${masked} masked, ${readOnly} read-only`;
export const devices = (all: boolean, rules: string[]): string =>
  all ? 'all' : rules.length > 0 ? `a list, and ${rules.join(', ')}` : 'a list';
export const callRefused = (call: string): string => `${call} refused`;
export const chargedTo = (container: string): string => `in memory, charged to ${container}`;
export const cachedBytes = 'cached bytes';

// What is said of a room, after its name.

export const running = (behind: string): string => `is running${behind}.`;
export const doors = (open: string[]): string =>
  open.length > 0 ? `, with doors down to the kernel: ${open.join('; ')}` : ', and its doors are shut';
export const fence = (rails: string[]): string => `, behind a fence${rails.length > 0 ? `: ${rails.join('; ')}` : ''}`;
export const cached = (bytes: (string | undefined)[]): string => `Its cached bytes: ${bytes.join(', then ')}.`;
export const reaches = (call: string, says: string | undefined): string =>
  `Its call ${call} reaches the kernel: ${says}.`;
export const isStopped = (call: string, rail: string, says: string | undefined): string =>
  `Its call ${call} is stopped by ${rail}: ${says}.`;
export const behindIt = (rails: string[]): string => `Behind it ${rails.join(' and ')} would, too.`;
