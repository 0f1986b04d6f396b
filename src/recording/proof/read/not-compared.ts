/** Outputs of which no value is compared, and why: only their form is. */
export const notCompared: { what: string; why: string }[] = [
  {
    what: 'TIME and %CPU in a row of ps aux, beyond what all CPUs can give',
    why: 'the facts do not hold how long a process ran',
  },
  {
    what: 'the answer times of single pings',
    why: 'nothing else measures them; only their summary, two lines below, does',
  },
  { what: 'lines of gVisor’s log after the first', why: 'they are drawn at random from a list in its source' },
  {
    what: 'the number of the job that bash starts in a fork bomb',
    why: 'the process has ended before the host is asked',
  },
  {
    what: 'how many devices a privileged container sees, beyond there being more than a hundred',
    why: 'the facts list no devices',
  },
  {
    what: 'lines of /etc/shadow where a take counts them once',
    why: 'the facts do not hold the file; counts within a take are compared',
  },
  {
    what: 'quotas and bytes of the keyring’s users',
    why: 'the facts hold how many keys each has; two panes are compared with each other',
  },
  {
    what: 'the size of the program id, and the blocks in ls -l',
    why: 'the same in every recording, from one package in the lock; a change is seen when it is recorded again',
  },
];
