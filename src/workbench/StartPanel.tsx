import * as words from '../words/index.ts';
import type { Status } from './status.ts';

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
          {words.workbench.cancel}
        </button>
        <label>
          {status.name === 'fetching'
            ? words.workbench.fetching(megabytes(status.loaded), megabytes(status.total))
            : words.workbench.starting}
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
        {status.name === 'failed' ? words.workbench.again : words.workbench.start}
      </button>
      {status.name === 'failed' && (
        <p role="alert">
          {status.sentence} {words.workbench.without}
        </p>
      )}
    </>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
