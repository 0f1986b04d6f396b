/** What a row of `ps` says of a process, as far as facts can tell. */
export interface Row {
  pid: number;
  ppid?: number;
  uid?: number;
  user?: string;
  stat?: string;
  /** The command line, as far as it fits. */
  args?: string;
  comm?: string;
  /** Whether the row fills its width, so that its command may go on beyond it. */
  cut: boolean;
}

const terminalWidth = 80;
const names: Record<string, string> = {
  command: 'args',
  cmd: 'args',
  ucmd: 'comm',
  ucomm: 'comm',
  euser: 'user',
  euid: 'uid',
  state: 'stat',
  s: 'stat',
};

/** The columns that these arguments of `ps` ask for, by their names in lower case; undefined for a form not known here. */
export function psColumns(words: string[]): string[] | undefined {
  const lists: string[] = [];
  for (const [index, word] of words.entries()) {
    if (/^-\w*o$/.test(word)) lists.push(words[index + 1] ?? '');
    else if (/^-o./.test(word)) lists.push(word.slice(2));
  }
  if (lists.length > 0)
    return lists
      .join(',')
      .split(/[,\s]+/)
      .map((name) => columnNamed(name.replace(/=.*$/, '')));
  const flags = words[0] ?? '';
  if (/^-?a?u|^-?a?x?u/.test(flags) && /u/.test(flags))
    return ['user', 'pid', '%cpu', '%mem', 'vsz', 'rss', 'tty', 'stat', 'start', 'time', 'args'];
  if (/^-\w*f/.test(flags)) return ['user', 'pid', 'ppid', 'c', 'stime', 'tty', 'time', 'args'];
  if (/^-?ax/.test(flags)) return ['pid', 'tty', 'stat', 'time', 'args'];
  // Plain ps, -e and docker top without arguments of ps: the last prints the columns of -ef.
  return ['pid', 'tty', 'time', 'comm'];
}

function columnNamed(name: string): string {
  const lower = name.toLowerCase();
  return names[lower] ?? lower;
}

/** The lines that are rows of these columns, in a terminal or in what `cut` left of it; headings and other commands' output are not. */
export function rowsIn(lines: string[], columns: string[], width = terminalWidth): Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const words = line.trim().split(/\s+/);
    if (words.length < columns.length) continue;
    const values = new Map<string, string>();
    for (const [index, column] of columns.entries()) values.set(column, words[index] ?? '');
    const last = columns.at(-1) ?? '';
    values.set(last, rest(line.trim(), columns.length - 1));
    const pid = values.get('pid');
    if (pid === undefined || !/^\d+$/.test(pid)) continue;
    const number = (name: string) => (values.has(name) ? Number(values.get(name)) : undefined);
    rows.push({
      pid: Number(pid),
      ppid: number('ppid'),
      uid: number('uid'),
      user: values.get('user'),
      stat: values.get('stat'),
      args: values.get('args'),
      comm: values.get('comm'),
      cut: line.length >= width,
    });
  }
  return rows;
}

/** The line after its first `count` words. */
function rest(line: string, count: number): string {
  return new RegExp(`^(?:\\S+\\s+){${count}}(.*)$`).exec(line)?.[1] ?? '';
}
