import type { Told } from '../../building/geometry.ts';
import * as wording from './words.ts';

/** What the drawing shows of what the outputs said, of a room or of the host: one sentence each. */
export function aboutSigns({ signs = [] }: Told, room?: string): string[] {
  return signs.flatMap(({ sign, of, at, says, fails, fresh, within }) => {
    const inRoom = ['file', 'reads', 'devices', 'release', 'uname'].includes(sign) && of !== undefined;
    if (inRoom ? of !== room : room !== undefined) return [];
    const what = says ? `: ${says}` : '';
    switch (sign) {
      case 'file':
        if (fails) return fresh ? [wording.refused(at, what)] : [];
        return of ? [wording.seenIn(at, what)] : [wording.seenOnHost(within, at, what)];
      case 'run':
        return fresh ? [wording.hadRun(of, at, what)] : [];
      case 'process':
        return fresh ? [wording.runsOnHost(of, at, what)] : [];
      case 'socket':
        return fresh ? [wording.socket(at, what)] : [];
      case 'reads':
        return says ? [wording.reads(what)] : [];
      case 'devices':
        return [wording.devices(says, at)];
      case 'release':
        return [wording.release(says)];
      case 'uname':
        return [wording.answers(says)];
      default:
        return [];
    }
  });
}
