/** `workbench/shown.json`: what the machine showed when a lesson was done. */
export interface Shown {
  /** SHA-256 of the saved state that it was recorded on. */
  state: string;
  /** The rows of both shells. */
  shells: string[][];
  /** What the collector said. */
  answer: string;
}

/** The lesson that is shown: the one in which all is built. */
export const shownLesson = 'container';
/** As many rows as a shell has in the commonest window. */
export const shownRows = 9;
