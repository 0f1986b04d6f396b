import { connect, createServer } from 'node:net';

/** Slow 4G, as Lighthouse has it: a round trip of 150 ms, 1.6 Mbit/s down. */
const roundTrip = 150;
const bytesPerMs = 1638.4 / 8;
const slice = 4096;

/**
 * A slow line to a port of this machine. All connections share its width, a service worker's and a prerendered page's included,
 * which the browser's own throttling would each give a line of its own.
 * `count.bytes` grows by what comes down.
 */
export function openLine(port, count) {
  let free = 0;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const hangUp = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', hangUp);
    // TCP's own handshake, which loopback does not show; TLS makes its round trips itself.
    send(near, far, () => performance.now() + roundTrip / 2, performance.now() + roundTrip);
    send(far, near, (size) => {
      count.bytes += size;
      count.last = performance.now();
      free = Math.max(free, performance.now()) + size / bytesPerMs;
      return free + roundTrip / 2;
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve({ port: server.address().port, close: () => server.close() }));
  });
}

/** Passes on what comes, piece by piece, each when the line says; the next piece is taken when the one before has left. */
async function send(from, to, arrival, earliest = 0) {
  let arrived = Promise.resolve();
  const pass = (due, act) => {
    arrived = arrived.then(() => until(due)).then(act);
  };
  try {
    for await (const bytes of from)
      for (let begin = 0; begin < bytes.length; begin += slice) {
        const piece = bytes.subarray(begin, begin + slice);
        const due = Math.max(arrival(piece.length), earliest + roundTrip / 2);
        pass(due, () => to.writable && to.write(piece));
        await until(due - roundTrip / 2);
      }
    pass(0, () => to.end());
  } catch {
    to.destroy();
  }
}

function until(due) {
  const wait = due - performance.now();
  return wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : Promise.resolve();
}
