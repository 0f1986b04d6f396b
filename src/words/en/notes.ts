// What a page says while it runs. These are written into every page: a word more here is paid on each of them.

export const copied = 'Copied.';
export const notCopied = 'This browser does not let the page copy.';
export const noSuchStep = 'This scene has no such step: it stands at its beginning.';
/** “Step 2 of 5.”, in pieces: a function would not be written out where it is called. */
export const step = 'Step ';
export const ofSteps = ' of ';
export const notAlive = 'The living terminals did not load; the steps below still work.';
export const tryAgain = 'Try again';
export const noKeeping = 'Keeping for offline did not load; all else works.';
export const noSearch = 'Search did not load';
