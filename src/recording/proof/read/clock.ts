import { type Claim, compare, type Verdict } from '../claim.ts';
import { clockAround, earlier } from './about.ts';

/** Compares a time (and a day) that was printed with the recorder's clock, and with how far the take has set the host's. */
export function proveClock(claim: Claim, lines: string[], verdict: Verdict): void {
  const found = lines.flatMap((line) => /\b(\d\d):(\d\d):(\d\d)\b/.exec(line)?.slice(1, 4).map(Number) ?? []);
  const [hours = 0, minutes = 0, seconds = 0] = found;
  if (found.length < 3) return;
  const [from, to] = clockAround(claim);
  // A clock that was set goes on from there until it is set back; `date -s` prints the time that it was asked for.
  const moved = [...earlier(claim).filter(({ status }) => status === 0), claim].reduce(
    (all, { line }) => all + Number(/date \+%T -s '?(-?\d+) hour/.exec(line)?.[1] ?? 0) * 3600,
    0,
  );
  const at = hours * 3600 + minutes * 60 + seconds;
  const off = ((((at - (from + moved)) % 86_400) + 86_400 + 43_200) % 86_400) - 43_200;
  const shown = (time: number) => new Date((time + moved) * 1000).toISOString().slice(11, 19);
  // The guest's clock is the recorder's, as far as an emulated one can follow.
  compare(verdict, off >= -4 && off <= to - from + 2, 'the time', `about ${shown(from)}`, `${lines.join(' ')}`);
  for (const line of lines) {
    const day = /^\w{3} (\w{3}) +(\d+) .* UTC (\d{4})$/.exec(line)?.slice(1).join(' ');
    const told = new Date(from * 1000).toUTCString().split(' ');
    if (day)
      compare(
        verdict,
        day === `${told[2]} ${Number(told[1])} ${told[3]}` && line.startsWith(told[0]?.slice(0, 3) ?? ''),
        'the day',
        told.slice(0, 4).join(' '),
        line,
      );
  }
}
