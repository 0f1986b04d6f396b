import type { NsKind } from '../../host/facts.ts';

/** What may be another value in a new recording, as long as it is that value everywhere in the take: the page lists it in these words. */
export const renamedKinds = [
  { kind: 'container id', what: 'container ids, whole and shortened' },
  { kind: 'pid', what: 'pids on the host' },
  { kind: 'pid in …', what: 'pids in a container' },
  { kind: 'NSpid', what: 'chains of pids in NSpid' },
  { kind: '… namespace', what: 'inode numbers of namespaces' },
  { kind: 'network namespace file', what: 'files that hold network namespaces open' },
  { kind: 'link', what: 'names of veth pairs and bridges' },
  { kind: 'MAC address', what: 'MAC addresses' },
  { kind: 'link index in …', what: 'indexes of interfaces' },
  { kind: 'peer index in …', what: 'indexes of their peers' },
  { kind: 'link-netnsid in …', what: 'numbers of neighbouring network namespaces' },
  { kind: 'layer', what: 'directories of image layers' },
  { kind: 'volume', what: 'ids of volumes that nobody named' },
  { kind: 'rootless copy', what: 'where a rootless engine keeps what it copied' },
  { kind: 'shared memory key', what: 'keys of shared memory' },
  { kind: 'shared memory id', what: 'ids of shared memory' },
  { kind: 'semaphore key', what: 'keys of semaphores' },
  { kind: 'semaphore id', what: 'ids of semaphores' },
  { kind: 'login session', what: 'numbers of login sessions' },
  { kind: 'boot id', what: 'boot ids' },
  { kind: 'version', what: 'versions, when the lab’s lock file has moved' },
] as const;

type Listed = (typeof renamedKinds)[number]['kind'];
type Opened<Kind extends string> = Kind extends `${infer Before}…` ? `${Before}${string}` : Kind;

/** A kind of value that is renamed; one that the list above does not hold is not accepted. */
export type RenamedKind = Opened<Exclude<Listed, '… namespace'>> | `${NsKind} namespace`;
