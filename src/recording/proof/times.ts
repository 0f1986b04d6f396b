import type { PaneStep } from '../parse.ts';

const handedOver = '\u001b]133;C\u0007';
const ended = '\u001b]133;D;';

/** When a step's line was handed over and when its command had ended (or printed last), in seconds since the take began. */
export function timesOf({ began, events }: PaneStep): [from: number, to: number] {
  let text = '';
  let from: number | undefined;
  let to: number | undefined;
  for (const [seconds, data] of events) {
    text += data;
    if (from === undefined && text.includes(handedOver)) from = seconds;
    if (to === undefined && text.includes(ended)) to = seconds;
  }
  const last = events.at(-1)?.[0] ?? 0;
  return [began + (from ?? last), began + (to ?? last)];
}
