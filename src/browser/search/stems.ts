/** A piece of a text that can be looked for, and under which words. */
export interface Chunk {
  at: number;
  length: number;
  terms: string[];
}

/** The signals that a status or a flag of `kill` tells of. https://man7.org/linux/man-pages/man7/signal.7.html */
const signals: Record<string, string> = { 1: 'hup', 2: 'int', 3: 'quit', 6: 'abrt', 9: 'kill', 11: 'segv', 15: 'term' };
const names = Object.values(signals).join('|');

const chunk = new RegExp(
  [
    // 128 + 9: how shells write that a signal ended a program.
    String.raw`(?<![\w.])128 ?\+ ?(?<sum>\d{1,2})\b`,
    // 64m, 64 MiB, 64 MB: the kernel, Docker and readers write one size in three ways.
    String.raw`(?<![\w.])(?<amount>\d+(?:\.\d+)?)(?: ?(?<unit>[kmgt])i?b|(?<letter>[kmgt]))(?![\p{L}\p{N}])`,
    // -9, -KILL and -SIGKILL are one signal; -1, -2 and -3 are mostly something else.
    String.raw`(?<![\p{L}\p{N}_-])-(?:(?<number>6|9|11|15)|(?:SIG)?(?<name>${names}))(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}_-])-(?<flag>[a-z])(?![\p{L}\p{N}-])`,
    // An id says nothing, and nobody types one.
    String.raw`(?<id>(?<![\p{L}\p{N}])(?=[a-f]*\d)[\da-f]{12,}(?![\p{L}\p{N}]))`,
    // Versions and addresses are one word.
    String.raw`(?<dotted>\d+(?:\.\d+)+)`,
    String.raw`(?<word>[\p{L}\p{N}]+(?:[’'](?:t|s|re|ve|ll|d)(?![\p{L}\p{N}]))?)`,
  ].join('|'),
  'giu',
);

/** The pieces of a text that can be looked for, in their order. */
export function chunksOf(text: string): Chunk[] {
  return [...text.matchAll(chunk)].flatMap((match) => {
    const terms = termsOf(match.groups ?? {});
    return terms.length ? [{ at: match.index, length: match[0].length, terms }] : [];
  });
}

function termsOf(found: Record<string, string | undefined>): string[] {
  const { sum, amount, unit, letter, number, name, flag, dotted, word } = found;
  if (sum) return [`${128 + Number(sum)}`];
  if (amount) return [`${amount}${unit ?? letter}`.toLowerCase()];
  if (number ?? name) return [`sig${signals[number ?? ''] ?? name}`.toLowerCase()];
  // Upper and lower case are two flags, but readers do not always keep them apart.
  if (flag) return [`-${flag.toLowerCase()}`];
  if (dotted) return [dotted];
  return word ? termsOfWord(word) : [];
}

/** A word, and those that were written into it: OOMKilled is also OOM and killed. */
function termsOfWord(word: string): string[] {
  const parts = word.match(/\p{Lu}{3,}(?!\p{Ll})|\p{Lu}?\p{Ll}{3,}/gu) ?? [];
  const isJoined = parts.length > 1 && parts.join('') === word;
  return [word, ...(isJoined ? parts : [])]
    .map(plain)
    .filter((term) => !stop.has(term))
    .map(stem);
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/[’']/, '');
}

/** What questions are made of, and answers do not depend on. */
const stop = new Set(
  (
    'a about actually all also am an and any anyone anything are arent as at be because been being but by can cannot cant ' +
    'could couldnt did didnt do does doesnt doing dont else even ever for from get gets getting give gives got had has hasnt ' +
    'have havent having how i im in instead into is isnt it its itself ive just like make makes may me might much my ' +
    'myself need needs never no not of on one only or our ours possible really say says see seem seems should ' +
    'show shows so some something still such suddenly than that thats the their them then there these they thing things ' +
    'this those though to too up upon us use used using want was wasnt we were werent what whats when where whether which ' +
    'while who whose why will with within without wont would wouldnt wrong yes you your yours'
  ).split(' '),
);

/** The part of a word that its forms share, roughly: processes and process, throttled and throttling. Both sides of a search go through it, so it need not be a word. */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const single = word
    .replace(/([a-z]{2})ies$/, '$1y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/(^..u|[^siu])s$/, '$1');
  const bare = single.replace(/(?:ed|ing)$/, '');
  const base = bare.length > 2 && /[aeiouy]/.test(bare) ? bare : single;
  const undoubled = base === single ? base : base.replace(/([bdgmnprt])\1$/, '$1');
  return undoubled.length > 4 || base !== single ? undoubled.replace(/e$/, '') : undoubled;
}
