import type { Status } from './status.ts';

interface Props {
  status: Status;
  onStart(): void;
  onCancel(): void;
}

/** What stands in the workbench's place until there is a prompt. */
export function StartPanel({ status, onStart, onCancel }: Props) {
  if (status.name === 'fetching' || status.name === 'restoring')
    return (
      <div className="start">
        <label>
          {status.name === 'fetching'
            ? `Fetching the machine: ${megabytes(status.loaded)} of ${megabytes(status.total)} MB`
            : 'Starting the machine'}
          <progress
            value={status.name === 'fetching' ? status.loaded : undefined}
            max={status.name === 'fetching' ? status.total : undefined}
          />
        </label>
        <button type="button" className="btn" onClick={onCancel}>
          Cancel
        </button>
      </div>
    );
  return (
    <div className="start">
      {status.name === 'failed' && (
        <p role="alert">{status.sentence} The recorded scenes in the chapters show the same without it.</p>
      )}
      <button type="button" className="btn go" onClick={onStart}>
        {status.name === 'failed' ? 'Try again' : 'Start'}
      </button>
    </div>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
