/** Why a machine may answer differently from the recorded one. */
export interface Reason {
  /** Shell patterns; one of them must be in the scene's name, our answer or the reader's. */
  about: string[];
  /** A shell condition on the reader's machine. */
  when: string;
  says: string;
}

/** Each with its source; a reason is said only where the answer and the machine both fit. */
export const reasons: Reason[] = [
  {
    // https://github.com/moby/moby/blob/docker-v29.7.2/daemon/config/config_linux.go
    about: ['*cgroup*', '*own-root*', '*max*'],
    when: '[ "$cgroups" = 1 ]',
    says: 'your host uses cgroup v1: Docker leaves the cgroup namespace to the host there, and the files have other names',
  },
  {
    // https://docs.docker.com/engine/security/userns-remap/
    about: ['*user*', '*uid*', '*root*'],
    when: 'has_option userns',
    says: 'your Docker runs with userns-remap: root inside is an unprivileged user outside, in a user namespace of its own',
  },
  {
    // https://docs.docker.com/engine/security/rootless/
    about: ['*user*', '*uid*', '*root*', '*net*', '*172.*', '*own:*'],
    when: 'has_option rootless',
    says: 'your Docker is rootless: everything, the daemon included, is in a user namespace of yours',
  },
  {
    // user_namespaces(7): without CAP_SYS_ADMIN in the owning namespace the kernel refuses, whoever asks.
    about: ['*hostname*'],
    when: 'has_option userns || has_option rootless',
    says: 'which refusal comes first depends on the user namespace that owns the UTS namespace',
  },
  {
    // https://github.com/moby/moby/issues/45188
    about: ['*meter-tree*'],
    when: '[ "$cgroups" = 2 ]',
    says: 'pids.max is set by systemd (DefaultTasksMax), from what your machine can hold; without systemd’s cgroups it is max',
  },
  {
    about: ['*overlay*'],
    when: '! docker_from 29 0',
    says: 'your Docker stores layers with another driver than overlay2',
  },
  {
    about: ['*/system.slice*', '*docker-*.scope*', '*/docker/*'],
    when: '[ "$cgroups" = 2 ]',
    says: 'the path depends on the cgroup driver: with cgroupfs it begins with /docker, with systemd with /system.slice',
  },
  {
    // https://docs.docker.com/engine/network/drivers/bridge/
    about: ['*two-cables*', '*received*'],
    when: 'true',
    says: 'your bridge may be set to --icc=false, or a firewall may stand between containers',
  },
  {
    about: ['*PRETTY*', '*instead of*', '*ping:*', '*ls:*', '*ipcs*'],
    when: '[ "$IMAGE" != isolate-lab:13 ]',
    says: 'your image is another, with other versions of the tools',
  },
];

/** The same of what later releases answer otherwise: `from` is the first of them, `29.5`. */
export function reasonsSince(moved: { from: string; verify?: Pick<Reason, 'about' | 'says'> }[]): Reason[] {
  return moved.flatMap(({ from, verify }) =>
    verify ? [{ ...verify, when: `docker_from ${from.split('.').slice(0, 2).join(' ')}` }] : [],
  );
}
