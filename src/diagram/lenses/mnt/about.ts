import type { Told } from '../../building/geometry.ts';

/** What the drawing shows of what the outputs said, of a room or of the host: one sentence each. */
export function aboutSigns({ signs = [] }: Told, room?: string): string[] {
  return signs.flatMap(({ sign, of, at, says, fails, fresh, within }) => {
    const inRoom = ['file', 'reads', 'devices', 'release', 'uname'].includes(sign) && of !== undefined;
    if (inRoom ? of !== room : room !== undefined) return [];
    const what = says ? `: ${says}` : '';
    switch (sign) {
      case 'file':
        if (fails) return fresh ? [`It is refused ${at}${what}.`] : [];
        return of ? [`Seen in it: file ${at}${what}.`] : [`Seen on the host, behind ${within}: file ${at}${what}.`];
      case 'run':
        return fresh ? [`${of ?? 'The host'} had one more container run, with ${at}${what}.`] : [];
      case 'process':
        return fresh ? [`${of} on the host runs or reads ${at}${what}.`] : [];
      case 'socket':
        return fresh ? [`The daemon’s socket ${at} is there${what}.`] : [];
      case 'reads':
        return says ? [`It reads${what}.`] : [];
      case 'devices':
        return [`/dev has ${says} entries, ${at} among them.`];
      case 'release':
        return [`It is ${says}.`];
      case 'uname':
        return [`The kernel answers ${says}.`];
      default:
        return [];
    }
  });
}
