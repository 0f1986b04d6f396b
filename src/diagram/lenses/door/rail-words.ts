import { capabilityNames } from '../../../host/capabilities.ts';
import { type FenceView, granted, type Rail } from '../../../host/fence.ts';
import type { Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import * as common from '../../building/words.ts';
import { measure } from '../../paper/text.ts';
import * as wording from './words.ts';

/** What a rail holds back; where the step's output reads it, as it is read there. */
export function shown(rail: Rail, fence: FenceView, told: Told, part: string, { format }: Metrics): string {
  if (!told.about?.includes(part) || told.tries) return railValue(rail, fence);
  if (rail === 'caps') {
    const mask = format === 'tall' ? fence.mask : fence.mask.replace(/^0+/, '');
    return `${granted(fence)} of ${fence.effective.length}: ${mask}`;
  }
  if (rail === 'seccomp') return wording.withMode(railValue(rail, fence), fence.seccomp);
  return rail === 'apparmor' && fence.profile ? wording.profile(fence.profile) : railValue(rail, fence);
}

/** What a rail holds back, in a few words. */
export function railValue(rail: Rail, fence: FenceView): string {
  switch (rail) {
    case 'seccomp':
      return wording.seccomp(fence.seccomp);
    case 'caps':
      return wording.granted(granted(fence), fence.effective.length);
    case 'apparmor':
      return fence.profile || wording.noProfile;
    case 'paths':
      return wording.paths(fence.masked.length, fence.readOnly.length);
    case 'devices': {
      const { all, rules } = fence.devices ?? { all: false, rules: [] };
      return wording.devices(all, rules);
    }
  }
}

/** The names of the capabilities that a fence leaves, without their prefix. */
export function grantedNames({ mask }: FenceView): string[] {
  return capabilityNames(mask).map((name) => name.replace(/^cap_/, ''));
}

/** Names in so many lines, and the number of those for which there is no room. */
export function wrapped(names: string[], width: number, most: number): string[] {
  for (let shown = names.length; shown > 0; shown--) {
    const rest = names.length - shown;
    const words = [...names.slice(0, shown), ...(rest > 0 ? [common.more(rest)] : [])];
    const lines: string[] = [];
    for (const [index, word] of words.entries()) {
      const text = index < words.length - 1 ? `${word},` : word;
      const longer = lines.length > 0 ? `${lines.at(-1)} ${text}` : text;
      if (lines.length > 0 && measure(longer, 'sans', 12.5) <= width) lines[lines.length - 1] = longer;
      else lines.push(text);
    }
    if (lines.length <= most && lines.every((line) => measure(line, 'sans', 12.5) <= width)) return lines;
  }
  return [];
}
