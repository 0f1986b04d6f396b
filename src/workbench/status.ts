/** Where the workbench is on its way to a prompt. */
export type Status =
  | { name: 'off' }
  /** Bytes that came, of how many. */
  | { name: 'fetching'; loaded: number; total: number }
  | { name: 'restoring' }
  /** How long the way from the fetched state to the prompt took. */
  | { name: 'on'; afterMs: number }
  /** One sentence that says what went wrong. */
  | { name: 'failed'; sentence: string };

export type StatusEvent =
  | { type: 'start'; total: number }
  | { type: 'loaded'; bytes: number }
  | { type: 'fetched' }
  | { type: 'prompt'; afterMs: number }
  | { type: 'cancel' }
  | { type: 'fail'; sentence: string };

/**
 * The next status.
 *
 *     off, failed   start → fetching
 *     fetching      loaded → fetching, fetched → restoring, cancel → off
 *     restoring     prompt → on, cancel → off
 *     on            cancel → off
 *     any but off   fail → failed
 *
 * Everything else changes nothing: an answer that comes after the reader has cancelled is nobody's any more.
 */
export function nextStatus(status: Status, event: StatusEvent): Status {
  const { name } = status;
  switch (event.type) {
    case 'start':
      return name === 'off' || name === 'failed' ? { name: 'fetching', loaded: 0, total: event.total } : status;
    case 'loaded':
      return status.name === 'fetching' ? { ...status, loaded: event.bytes } : status;
    case 'fetched':
      return name === 'fetching' ? { name: 'restoring' } : status;
    case 'prompt':
      return name === 'restoring' ? { name: 'on', afterMs: event.afterMs } : status;
    case 'cancel':
      return name === 'failed' ? status : { name: 'off' };
    case 'fail':
      return name === 'off' ? status : { name: 'failed', sentence: event.sentence };
  }
}
