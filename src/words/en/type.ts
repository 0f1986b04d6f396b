// The reader's own prompt.

export const name = 'Type it yourself';
export const hint = 'Takes the recorded commands; → completes one, Esc leaves.';
/** What is in brackets links the workbench. */
export const refused = 'Not recorded: copy it, or try [the workbench].';
export const copy = 'Copy it';
export const copied = 'Copied';
