import type { Status } from './status.ts';
import { words } from './words.ts';

interface Props {
  status: Status;
  onStart(): void;
  onCancel(): void;
}

/** What drives the workbench until there is a prompt. */
export function StartPanel({ status, onStart, onCancel }: Props) {
  if (status.name === 'fetching' || status.name === 'restoring')
    return (
      <>
        <button type="button" className="btn" onClick={onCancel}>
          {words.cancel}
        </button>
        <label>
          {status.name === 'fetching'
            ? words.fetching(megabytes(status.loaded), megabytes(status.total))
            : words.starting}
          <progress
            value={status.name === 'fetching' ? status.loaded : undefined}
            max={status.name === 'fetching' ? status.total : undefined}
          />
        </label>
      </>
    );
  return (
    <>
      <button type="button" className="btn go" onClick={onStart}>
        {status.name === 'failed' ? words.again : words.start}
      </button>
      {status.name === 'failed' && (
        <p role="alert">
          {status.sentence} {words.without}
        </p>
      )}
    </>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
