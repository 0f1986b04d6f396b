/** A number in a chapter's, the ledger's or the glossary's sentences that has no source beside it, and what vouches for it. */
export interface VouchedNumber {
  /** The files, by a part of their names. */
  in: RegExp;
  number: RegExp;
  why: string;
}

/** Numbers typed into prose, in a paragraph or a row without a source; those of a scene stand in its script. */
export const vouched: VouchedNumber[] = [
  { in: /chapters/, number: /^(28\.5(\.2)?|29(\.\d+)*|12)$/, why: 'a release of Docker, or of Debian' },
  {
    in: /escapes/,
    number: /^\d+\.\d[\d., ]*$/,
    why: 'a fixed version or a score of the CVE record that its row links',
  },
  { in: /escapes|fence|not-isolated/, number: /^0$/, why: 'root is user 0' },
  { in: /pid/, number: /^1$/, why: 'the init of a namespace is its process 1' },
  { in: /namespaces/, number: /^5\.6$/, why: 'time_namespaces(7), named in the paragraph before' },
  { in: /network/, number: /^8080$/, why: 'a port of an example' },
  { in: /ipc/, number: /^64$/, why: 'the size of /dev/shm, which a scene of the page prints' },
  { in: /limits/, number: /^4$/, why: 'a host of an example' },
  {
    in: /fence|not-isolated|vms/,
    number: /^(76|385|64|27|309)$/,
    why: 'counted from the profile and the table that the next paragraph names',
  },
  { in: /ledger\.ts/, number: /^1$/, why: 'the first number of a PID namespace, which the row’s step prints' },
  { in: /ledger\.ts/, number: /^12$/, why: 'the digits of a hostname, which the row’s step prints' },
  { in: /ledger\.ts/, number: /^64$/, why: 'the size of /dev/shm in MB, which the row’s step prints' },
  { in: /ledger\.ts/, number: /^29\.[45]$/, why: 'moby#52326: time namespaces, in Docker 29.5' },
];
