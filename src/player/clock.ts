import type { Beat } from './schedule.ts';

/** Plays beats at their moments, then says so; returns the way to stop it. Beats that are due together are handed over together. */
export function play(beats: Beat[], show: (due: Beat[]) => void, done: () => void): () => void {
  const began = performance.now();
  let next = 0;
  let timer: ReturnType<typeof setTimeout>;

  const tick = () => {
    const now = performance.now() - began;
    let end = next;
    for (let beat = beats[end]; beat && beat.ms <= now; beat = beats[end]) end += 1;
    if (end > next) show(beats.slice(next, end));
    next = end;
    const waiting = beats[next];
    if (!waiting) return done();
    timer = setTimeout(tick, waiting.ms - now);
  };

  timer = setTimeout(tick, 0);
  return () => clearTimeout(timer);
}
