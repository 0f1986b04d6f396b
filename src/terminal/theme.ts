const grey = '#7f929d';

// Of the 240 colours after the first 16, this one is systemd's grey.
const extended: string[] = [];
extended[245 - 16] = grey;

const colours = {
  red: '#ff8590',
  green: '#8fd19e',
  yellow: '#e8c070',
  blue: '#8fb4f5',
  magenta: '#c9a6f0',
  cyan: '#70d0d8',
};

/** The colours of the static rows, in src/scene/window.css and ./looks.css. Bright is no brighter, and bold is bold and no brighter. */
export const theme = {
  background: '#00000000',
  foreground: '#d9e2e6',
  cursor: '#d9e2e6',
  cursorAccent: '#101a22',
  ...colours,
  brightBlack: grey,
  brightRed: colours.red,
  brightGreen: colours.green,
  brightYellow: colours.yellow,
  brightBlue: colours.blue,
  brightMagenta: colours.magenta,
  brightCyan: colours.cyan,
  extendedAnsi: extended,
};
