/** What readers write, and what the site writes for it. Signals and sizes have spellings of their own in src/browser/search/stems.ts. */
export const sameWords: Record<string, string[]> = {
  // An exit status above 128 is 128 and a signal's number.
  '137': ['sigkill'],
  '143': ['sigterm'],
  '-m': ['memory'],
  '-v': ['volume', 'mount'],
  '-p': ['publish', 'port'],
  '-u': ['user'],
  ram: ['memory'],
  mem: ['memory'],
  java: ['jvm'],
  golang: ['go'],
  localhost: ['127.0.0.1', 'loopback'],
  vm: ['machine'],
  vms: ['machine'],
  uid: ['id', 'user'],
  core: ['cpu', 'nproc'],
  cores: ['cpu', 'nproc'],
  cpus: ['nproc'],
  cap: ['capability'],
  caps: ['capability'],
  syscall: ['call', 'seccomp'],
  syscalls: ['call', 'seccomp'],
  dies: ['killed', 'ended'],
  died: ['killed', 'ended'],
  crash: ['killed'],
  crashes: ['killed'],
  exits: ['ended', 'exited'],
  exit: ['exited'],
  owner: ['owned', 'uid'],
  delete: ['deleting', 'rm', 'removes'],
  breakout: ['escape'],
  firewall: ['ufw', 'iptables'],
  slow: ['throttled'],
  folder: ['directory'],
  time: ['clock', 'date'],
  thread: ['nproc'],
  threads: ['nproc', 'tasks'],
};

/** Words that readers ask with, and where the answer is. */
export interface Lead {
  /** As they would be typed, without commas. */
  words: string[];
  /** The steps, sections or rows that answer, by their address; the nearest when nothing does. */
  to: string[];
  /** The name of something that the site does not show. Its result says so, and leads to what is nearest. */
  missing?: string;
}

const settings = '/not-isolated/#knobs/4';

/** What readers ask in words that the text does not have. An address that leads nowhere fails the build. */
export const leads: Lead[] = [
  { words: ['what is a container', 'what a container is'], to: ['/#the-belief'] },
  { words: ['what is a namespace', 'namespaces'], to: ['/namespaces/', '/namespaces/#the-wall-course-by-course'] },
  {
    words: ['which namespaces by default', 'seven namespaces'],
    to: ['/namespaces/#the-wall-course-by-course', '/namespaces/#eight/2'],
  },
  { words: ['namespace inode'], to: ['/namespaces/#eight/2', '/uts/#a-name-is-not-a-namespace'] },
  { words: ['pid namespace'], to: ['/pid/#what-the-wall-does'] },
  { words: ['network namespace', 'netns'], to: ['/network/#what-the-wall-does'] },
  { words: ['mount namespace'], to: ['/mount/#what-the-wall-does'] },
  { words: ['uts namespace'], to: ['/uts/#what-the-wall-does'] },
  { words: ['ipc namespace'], to: ['/ipc/#what-the-wall-does'] },
  { words: ['user namespace'], to: ['/user/#what-the-wall-would-do'] },
  { words: ['cgroup namespace'], to: ['/cgroup-namespace/#what-the-wall-does'] },
  { words: ['control group', 'control groups'], to: ['/cgroups/#the-tree'] },
  { words: ['java heap', 'xmx', 'maxrampercentage'], to: ['/limits/#memory-line/3', '/cgroups/#cpu-time-a-quota'] },
  { words: ['out of memory', 'memoryerror'], to: ['/limits/#memory-line/4'] },
  { words: ['exit code 137 oom', 'oomkilled', 'oom'], to: ['/limits/#memory-line/7'] },
  { words: ['exit code 137', 'exit status'], to: ['/pid/#pid-one/7', '/limits/#memory-line/4'] },
  { words: ['buffered file', 'big file', 'file cache', 'cgroup memory cache'], to: ['/limits/#page-cache/2'] },
  { words: ['nproc', 'cores', 'gomaxprocs', 'availableprocessors', 'number of cpus'], to: ['/cgroups/#quota/3'] },
  { words: ['throttling', 'cfs quota', 'slow'], to: ['/cgroups/#quota/5'] },
  { words: ['noisy neighbour', 'noisy neighbor', 'cpu hog', 'starve'], to: ['/cgroups/#beside/5'] },
  { words: ['iops', 'slow disk', 'disk bandwidth'], to: ['/limits/#write-limit/3'] },
  { words: ['forkbomb', 'cannot fork', 'resource temporarily unavailable', 'eagain'], to: ['/limits/#fork-bomb/2'] },
  { words: ['overcommit'], to: ['/limits/#memory-line/4', settings] },
  {
    words: [
      'graceful shutdown',
      'stop takes 10 seconds',
      'ten seconds',
      'ctrl c',
      'sigint',
      'entrypoint',
      'docker stop',
    ],
    to: ['/pid/#pid-one/2'],
  },
  { words: ['tini', 'dumb init', 'init', 'zombie reaping', 'defunct', 'reap'], to: ['/pid/#pid-one/5'] },
  { words: ['pid inside and outside', 'two pids'], to: ['/pid/#one-process/4'] },
  { words: ['systemd in a container', 'process 1'], to: ['/pid/#what-process-1-must-do'] },
  { words: ['htop', 'load average', 'loadavg', 'uptime'], to: ['/not-isolated/#same-slab/5'] },
  {
    words: ['meminfo', 'memory shown wrong', 'sees the memory of the host'],
    to: ['/limits/#memory-line/3', '/not-isolated/#same-slab/4'],
  },
  { words: ['elasticsearch', 'opensearch', 'max_map_count', 'swappiness', 'sysctl'], to: [settings] },
  {
    words: ['ntp', 'chrony', 'clock skew', 'set the date', 'change the clock of the host'],
    to: ['/not-isolated/#whose-clock/3'],
  },
  { words: ['localhost', 'loopback'], to: ['/network/#two-cables/3', '/escapes/#two-walls/3'] },
  {
    words: ['dns', 'name resolution', 'resolve', 'service discovery'],
    to: ['/network/#two-cables/7', '/network/#names'],
  },
  { words: ['docker compose', 'compose network'], to: ['/network/#names'] },
  {
    words: ['icc', 'talk to each other', 'reach another container'],
    to: ['/network/#two-cables/6', '/network/#open-ports/3'],
  },
  { words: ['network=host localhost of the host'], to: ['/escapes/#two-walls/3'] },
  { words: ['masquerade', 'snat', 'outgoing', 'internet access'], to: ['/network/#way-out/3'] },
  {
    words: ['ufw', 'firewalld', 'iptables', 'exposed port', 'open to the internet'],
    to: ['/escapes/#past-the-firewall/5'],
  },
  {
    words: ['bind mount permission denied', 'volume owner', 'chown', 'root owned files'],
    to: ['/user/#root-outside/6'],
  },
  { words: ['sudo', 'root without password', 'docker group'], to: ['/escapes/#the-socket/2'] },
  {
    words: ['dind', 'docker in docker', 'docker.sock', 'jenkins', 'portainer', 'traefik'],
    to: ['/escapes/#the-socket/4'],
  },
  { words: ['escape', 'breakout', 'cve', 'vulnerability', 'exploit'], to: ['/escapes/#escapes-that-happened'] },
  {
    words: ['is docker secure', 'hardening', 'best practice', 'security checklist'],
    to: ['/escapes/#a-checklist-to-take-away'],
  },
  {
    words: ['operation not permitted', 'eperm', 'permission denied inside'],
    to: ['/fence/#which-wall-stopped-you'],
  },
  { words: ['mount permission denied inside'], to: ['/fence/#which-wall/2'] },
  { words: ['setuid', 'suid'], to: ['/escapes/#setuid-file/2', '/user/#left-behind/4'] },
  { words: ['blocked syscalls', 'allowed syscalls'], to: ['/fence/#five-rails'] },
  { words: ['spectre', 'meltdown', 'side channel'], to: ['/not-isolated/#what-is-in-memory', '/ledger/#r-cpu-caches'] },
  { words: ['no space left on device', 'disk full', 'enospc', 'quota'], to: ['/not-isolated/#knobs/6'] },
  { words: ['log rotation', 'max-size', 'log size', 'disk full of logs'], to: ['/ledger/#r-logs'] },
  { words: ['shm size', 'chrome crash', 'bus error', 'postgres shared memory'], to: ['/ipc/#joined/3'] },
  { words: ['cgroup v1', 'container id inside', 'own id'], to: ['/cgroup-namespace/#own-root/2'] },
  { words: ['raise limit from inside', 'cgroup read-only'], to: ['/cgroups/#meter-tree/4'] },
  {
    words: [
      'lightweight vm',
      'difference container vm',
      'difference between a container and a virtual machine',
      'hypervisor',
      'virtualization',
    ],
    to: ['/vms/#three-answers/2'],
  },
  {
    words: ['runsc', 'sandbox', 'multi tenant', 'untrusted code'],
    to: ['/vms/#own-kernel/3', '/vms/#when-to-use-which'],
  },
  { words: ['distro', 'alpine', 'ubuntu', 'kernel version'], to: ['/mount/#two-userlands/2'] },
  { words: ['where are the files on the host', 'var lib docker', 'upperdir'], to: ['/mount/#layers/4'] },
  {
    words: ['anonymous volume', 'docker commit', 'dangling volume'],
    to: ['/mount/#what-stays/4', '/mount/#what-stays/5'],
  },
  { words: ['data lost', 'persist', 'ephemeral', 'writable layer'], to: ['/mount/#layers/6'] },
  { words: ['machine id', 'licence key hostname', 'rename'], to: ['/uts/#hostname/5'] },
  { words: ['rootless', 'userns', 'subuid'], to: ['/user/#two-ways-to-have-it'] },
  { words: ['is root in a container root on the host', 'same root'], to: ['/user/#root-outside/3'] },
  { words: ['nobody', 'nonroot', 'run as user'], to: ['/user/#left-behind/2'] },
  {
    words: ['usb', 'serial port', 'dev ttyusb0', 'device'],
    to: ['/escapes/#the-word-privileged', '/ledger/#r-devices'],
  },
  { words: ['default capabilities', 'capabilities of root'], to: ['/fence/#fourteen/3'] },
  { words: ['selinux', 'io_uring', 'ebpf', 'bpf'], to: ['/fence/#five-rails'] },
  { words: ['unprivileged user namespaces', 'attack surface'], to: ['/user/#what-it-opens'] },
  {
    words: ['egress', 'outbound', 'metadata service', '169.254.169.254', 'imds', 'internal network'],
    to: ['/network/#what-goes-out'],
  },
  {
    words: ['arp', 'spoofing', 'net_raw', 'sniff'],
    to: ['/network/#who-has/8', '/network/#a-neighbour-on-the-bridge'],
  },
  {
    words: ['docker network connect', 'different networks', 'icc'],
    to: ['/network/#two-bridges/4', '/network/#between-two-bridges'],
  },
  { words: ['overlay network', 'swarm'], to: ['/network/#ipv6-and-more-than-one-host'] },
  {
    words: ['buildkit', 'docker build', 'image digest', 'signed images', 'supply chain'],
    to: ['/escapes/#building-is-running'],
  },
  {
    words: ['2375', 'daemon over tcp', 'docker_host variable', 'dockerd tcp'],
    to: ['/escapes/#machines-cards-and-sockets-beside-docker'],
  },
  { words: ['binfmt_misc', 'uevent_helper', 'release_agent'], to: ['/escapes/#the-last-step-out'] },
  { words: ['falco', 'monitoring', 'audit', 'intrusion detection'], to: ['/escapes/#what-to-watch'] },
  { words: ['nsenter', 'debug a container', 'enter'], to: ['/namespaces/#entered/2'] },

  {
    words: ['mac', 'macos', 'apple silicon', 'orbstack', 'colima', 'lima', 'docker on a mac'],
    to: ['/your-host/#ask-your-own-docker', '/your-host/#which-machine-that-is'],
  },
  {
    words: ['windows', 'wsl', 'wsl2', 'hyper-v', 'docker on windows'],
    to: ['/your-host/#which-machine-that-is', '/your-host/#ask-your-own-docker'],
  },
  {
    words: ['docker desktop', 'rancher desktop', 'podman machine', 'linuxkit'],
    to: ['/your-host/#which-machine-that-is', '/your-host/#into-the-machine'],
  },
  { words: ['no docker0', 'docker0 missing', 'cannot ping container'], to: ['/your-host/#addresses-and-ports'] },
  { words: ['wsl2 memory', 'memory of the vm', 'vmmem'], to: ['/your-host/#memory-and-cpus'] },
  { words: ['container process not in ps', 'process not in my list'], to: ['/your-host/#processes'] },
  {
    words: ['kubernetes', 'k8s', 'pod', 'pods', 'sidecar', 'pause container'],
    to: ['/ipc/#one-pod/4', '/ipc/#a-pod', '/vms/#from-a-process-to-a-machine'],
  },
  { words: ['podman', 'buildah'], to: ['/vms/#from-a-process-to-a-machine', '/user/#two-ways-to-have-it'] },
  {
    words: ['ulimit', 'nofile', 'rlimit', 'too many open files', 'nproc limit', 'file descriptors'],
    to: ['/user/#what-is-counted-by-number', '/user/#by-number/6'],
  },
  {
    words: ['timezone', 'time zone', 'tz', 'localtime', 'utc'],
    to: ['/your-host/#which-zone/2', '/your-host/#which-zone/4'],
  },
  {
    words: ['host.docker.internal', 'host-gateway', 'reach the host', 'service on the host'],
    to: ['/network/#way-to-host/5', '/network/#way-to-host/6'],
  },
  {
    words: ['inotify', 'max_user_watches', 'file watchers'],
    to: ['/user/#what-is-counted-by-number', '/ledger/#r-inotify'],
  },
  { words: ['core dump', 'coredump', 'core_pattern'], to: ['/pid/#whose-helper/6', '/escapes/#the-last-step-out'] },
  {
    words: ['conntrack', 'nf_conntrack', 'table full'],
    to: ['/ledger/#r-conntrack', '/network/#way-out/3'],
  },
  {
    words: ['reboot', 'poweroff', 'shut down the host'],
    missing: 'A reboot from inside',
    to: ['/fence/#fourteen/3'],
  },
  {
    words: ['gpu', 'nvidia', 'cuda'],
    to: ['/escapes/#machines-cards-and-sockets-beside-docker', '/vms/#from-a-process-to-a-machine'],
  },
  {
    words: ['secrets', 'env', 'environment variable', 'api key'],
    to: ['/mount/#told-at-start/4', '/mount/#told-at-the-start'],
  },
  {
    words: ['abstract socket', 'unix socket'],
    to: ['/ipc/#what-is-not-behind-this-wall'],
  },
  { words: ['ipv6'], to: ['/network/#ipv6-and-more-than-one-host'] },
  {
    words: ['lxc', 'lxd', 'incus'],
    to: ['/vms/#from-a-process-to-a-machine'],
  },
  { words: ['freebsd jail', 'jail'], missing: 'FreeBSD’s jails', to: ['/vms/#from-a-process-to-a-machine'] },
];
