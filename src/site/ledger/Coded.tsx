import { Fragment } from 'react';

/** Text with code between backticks. */
export function Coded({ text }: { text: string }) {
  let at = 0;
  return text.split('`').map((part) => {
    const key = at++;
    return key % 2 ? (
      <code key={key} translate="no">
        {part}
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
