# Prints what a Linux host reports of itself as plain text; src/host/parse.ts reads it.
# POSIX sh with grep, ls, tr, cat, nsenter and ip only, so that a busybox guest can run it; docker only where it exists.
# Forks are slow under emulation: `grep ''` prints many files at once, each line behind its file's name.
# What `reads` names (set before this script: ' meters slab ') is read besides; see Reading in src/recording/script.ts.
export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin

asked() { case ${reads:-} in *" $1 "*) return 0 ;; esac; return 1; }
# What is in a namespace of this type is read: of every type, or with `all` of those that are named.
wanted() { if asked all; then asked "$1"; fi; }
# A busybox shell prefers an ip and an nsenter of its own, which can do less: where there are others, these two name them.
ip=${ip:-ip} nsenter=${nsenter:-nsenter}

echo '== host'
cat /proc/sys/kernel/hostname /proc/sys/kernel/osrelease

# This script, the ssh session that runs it and what it starts are not the host's business:
# they are left out of the count, up to the server (a child of process 1) that took the connection.
own=' '
pid=$$
while [ "$pid" -gt 1 ]; do
  read -r stat < "/proc/$pid/stat" || break
  # shellcheck disable=SC2086 # field 4 is the parent; the name before it stands in brackets and may hold spaces
  set -- ${stat##*) }
  [ "$2" -le 1 ] && break
  own="$own$pid "
  pid=$2
done
count=0
for dir in /proc/[0-9]*; do
  case $own in *" ${dir#/proc/} "*) ;; *) count=$((count + 1)) ;; esac
done
echo '== count'
echo "$count"

echo '== passwd'
grep -E '^[^:]*:[^:]*:[0-9]+:' /etc/passwd

echo '== containers'
ids=
if command -v docker > /dev/null 2>&1; then
  ids=$(docker ps -aq --no-trunc 2> /dev/null)
  # shellcheck disable=SC2086 # one word per id
  [ -n "$ids" ] && docker inspect -f '{{.Id}} {{.State.Pid}} {{.State.Status}} {{.State.ExitCode}} {{.Config.Image}} {{.Name}}' $ids 2> /dev/null
fi

# In a container: the cgroup says so, whichever namespaces it shares. On the host: process 1, and the daemons by name.
matter=
if asked all; then
  # Where there is no Docker: everyone but this script. The kernel's own threads have no command line.
  for file in $(grep -l '' /proc/[0-9]*/cmdline 2> /dev/null); do
    pid=${file#/proc/} pid=${pid%/*}
    case $own in *" $pid "*) ;; *) [ -d "/proc/$pid" ] && matter="$matter $pid" ;; esac
  done
else
  for file in /proc/1/comm \
    $(grep -lE '/docker[-/][0-9a-f]{64}' /proc/[0-9]*/cgroup 2> /dev/null) \
    $(grep -lxE 'dockerd|containerd|containerd-shim' /proc/[0-9]*/comm 2> /dev/null); do
    pid=${file#/proc/}
    matter="$matter ${pid%/*}"
  done
fi
# Someone who is logged in (and so below user.slice) may make namespaces by hand: whoever has one that is not process 1's.
if asked strangers; then
  echo '== strangers'
  theirs=
  for file in $(grep -lE '^0::/user\.slice/' /proc/[0-9]*/cgroup 2> /dev/null); do
    pid=${file#/proc/} pid=${pid%/*}
    case "$matter " in *" $pid "*) ;; *) theirs="$theirs /proc/$pid/ns" ;; esac
  done
  hosts=$(ls -l /proc/1/ns)
  # shellcheck disable=SC2086
  theirs=$(ls -l $theirs 2> /dev/null)
  while read -r line; do
    case $line in
      /proc/*/ns:) pid=${line#/proc/} pid=${pid%/ns:} ;;
      *_for_children*) ;;
      *' -> '*)
        case $hosts in *" -> ${line##* -> }"*) continue ;; esac
        case "$matter " in *" $pid "*) ;; *) matter="$matter $pid" && echo "$pid" ;; esac
        ;;
    esac
  done << END
$theirs
END
fi
sandboxes=
if asked machines; then
  # A sandbox may stand outside Docker's cgroup, and QEMU has nothing to do with Docker: each is named by whoever started it.
  while read -r runtime id pid; do
    case $runtime in '' | runc) continue ;; esac
    sandboxes="$sandboxes $id"
    case "$matter " in *" $pid "*) ;; *) [ "$pid" -gt 0 ] && matter="$matter $pid" ;; esac
  done << END
$(# shellcheck disable=SC2086
  [ -n "$ids" ] && docker inspect -f '{{.HostConfig.Runtime}} {{.Id}} {{.State.Pid}}' $ids 2> /dev/null)
END
  systemctl -q is-active vm && matter="$matter $(systemctl show -P MainPID vm)"
fi
status='' stat='' cgroup='' ns='' args=''
for pid in $matter; do
  status="$status /proc/$pid/status" stat="$stat /proc/$pid/stat" cgroup="$cgroup /proc/$pid/cgroup" ns="$ns /proc/$pid/ns" args="$args /proc/$pid/cmdline"
done

asked all && echo '== all'
echo '== status'
# shellcheck disable=SC2086
grep -HE '^(Name|NSpid|PPid|Uid|State):' $status 2> /dev/null
echo '== stat'
# shellcheck disable=SC2086
grep -H '' $stat 2> /dev/null
echo '== cgroup'
# shellcheck disable=SC2086
grep -HE '^0::' $cgroup 2> /dev/null
echo '== args'
if asked all; then
  # All with one fork each for three programs, and not one for each process.
  # shellcheck disable=SC2086
  grep -H '' $args 2> /dev/null | tr '\0' ' ' | while read -r line; do
    pid=${line#/proc/}
    echo "${pid%%/*} ${line#*:}"
  done
else
  for pid in $matter; do
    # A process may have ended meanwhile; an ended one that waits to be collected has no arguments.
    [ -r "/proc/$pid/cmdline" ] && echo "$pid $(tr '\0\n' '  ' < "/proc/$pid/cmdline")"
  done 2> /dev/null
fi

echo '== ns'
# shellcheck disable=SC2086
links=$(ls -l $ns 2> /dev/null)
echo "$links"

# Process 1 stands where this script stands; entering there would only cost a fork.
within() {
  flag=$1
  shift
  if [ "$pid" = 1 ]; then "$@"; else "$nsenter" -t "$pid" "$flag" "$@"; fi
}

# Each namespace is asked once, through the first listed process that is in it.
seen=' '
pid=
while read -r line; do
  case $line in
    /proc/*/ns:) pid=${line#/proc/} pid=${pid%/ns:} ;;
    *' -> '*)
      name=${line##* -> }
      case "$line" in *_for_children*) continue ;; esac
      case $seen in *" $name "*) continue ;; esac
      seen="$seen$name "
      wanted "${name%%:*}" || continue
      case $name in
        uts:*) echo "== uts $name" && within -u cat /proc/sys/kernel/hostname /proc/sys/kernel/domainname ;;
        net:*)
          echo "== net $name"
          within -n sh -c "$ip -d -o link 2> /dev/null || $ip -o link; $ip -o addr"
          asked all && grep '^Icmp:' "/proc/$pid/net/snmp"
          ;;
        mnt:*) echo "== mnt $name" && cat "/proc/$pid/mountinfo" ;;
        cgroup:*)
          # The host's own view stands above; in each other namespace one reader reads of all: whom it shortens, the parser tells.
          # shellcheck disable=SC2086
          [ "$pid" -gt 1 ] && echo "== cgroup $name" && "$nsenter" -t "$pid" -C grep -HE '^0::' $cgroup
          ;;
        user:*) echo "== user $name" && cat "/proc/$pid/uid_map" ;;
        ipc:*)
          echo "== ipc $name"
          within -i cat /proc/sysvipc/shm /proc/sysvipc/sem
          ls -ln "/proc/$pid/root/dev/shm"
          ;;
      esac 2> /dev/null
      ;;
  esac
done << END
$links
END

if asked clock; then
  echo '== clock'
  date +%s
fi
if asked machines; then
  # Each kernel that answers: the host's, a VM's through a serial line of its own, a sandbox's from inside.
  # The words are the same as in lab/annex/vm-answer: hostname, kernel, boot id, KiB of memory, processes.
  # shellcheck disable=SC2016 # the shell inside expands it
  answer='read -r name < /proc/sys/kernel/hostname; read -r _ _ kernel _ < /proc/version
    boot=-; [ -r /proc/sys/kernel/random/boot_id ] && read -r boot < /proc/sys/kernel/random/boot_id
    while read -r field memory _; do [ "$field" = MemTotal: ] && break; done < /proc/meminfo
    set -- /proc/[0-9]*; echo "$name $kernel $boot $memory $(($# - 1))"'
  echo '== machines'
  # shellcheck disable=SC2046 # five words
  set -- $(sh -c "$answer")
  echo "host host 1 $1 $2 $3 $4 $count"
  if [ -S /run/vm/facts ] && systemctl -q is-active vm; then
    # shellcheck disable=SC2016
    echo "vm vm $(systemctl show -P MainPID vm) $(bash -c 'coproc nc -U /run/vm/facts
      echo >&"${COPROC[1]}"; read -r line <&"${COPROC[0]}"; echo "$line"; kill "$COPROC_PID"')"
  fi
  for id in $sandboxes; do
    # shellcheck disable=SC2046
    set -- $(docker inspect -f '{{.Name}} {{.State.Pid}} {{.State.Running}}' "$id")
    [ "$3" = true ] && echo "sandbox ${1#/} $2 $(docker exec "$id" sh -c "$answer")"
  done 2> /dev/null
fi

echo '== cgroups'
for id in $ids; do
  dir=/sys/fs/cgroup/system.slice/docker-$id.scope
  [ -d "$dir" ] || continue
  (cd "$dir" && grep -H '' cpu.max cpu.stat memory.max memory.current memory.events pids.max pids.current 2> /dev/null |
    while read -r line; do echo "/system.slice/docker-$id.scope $line"; done)
  asked meters && (cd "$dir" && {
    grep -H '' cpu.weight memory.swap.max memory.peak io.max io.stat pids.events
    grep -HE '^(anon|file|shmem) ' memory.stat
  } 2> /dev/null | while read -r line; do echo "/system.slice/docker-$id.scope $line"; done)
done
if asked all; then
  files=
  for dir in /sys/fs/cgroup/*/ /sys/fs/cgroup/*/*/; do
    [ -d "$dir" ] || continue
    for file in cpu.max cpu.stat memory.max memory.current memory.events pids.max pids.current pids.events; do
      files="$files $dir$file"
    done
  done
  # shellcheck disable=SC2086
  [ -n "$files" ] && grep -H '' $files 2> /dev/null | while read -r line; do
    path=${line%%:*}
    path=${path#/sys/fs/cgroup}
    echo "${path%/*} ${path##*/}:${line#*:}"
  done
fi

if asked slab; then
  echo '== slab'
  echo "clock:$(date +%s)"
  stat -f -c 'disk:%b %S %c' /
  grep -H '' /proc/loadavg /proc/key-users /proc/sys/kernel/random/boot_id /proc/sys/vm/swappiness /proc/sys/kernel/dmesg_restrict
  grep -H '^MemTotal:' /proc/meminfo
  # One file that containers of an image share, by its number.
  # shellcheck disable=SC2086 # one word per id
  [ -n "$ids" ] && docker inspect -f '{{.Id}} {{.State.Pid}}' $ids 2> /dev/null | while read -r id pid; do
    [ "$pid" -gt 0 ] && echo "python:$id $(stat -L -c '%i %s' "/proc/$pid/root/usr/bin/python3")"
  done
fi

if asked fence; then
  echo '== fence'
  echo "last:$(cat /proc/sys/kernel/cap_last_cap)"
  # shellcheck disable=SC2086
  grep -HE '^(CapPrm|CapEff|CapBnd|NoNewPrivs|Seccomp):' $status 2> /dev/null
  for pid in $matter; do
    label=$(cat "/proc/$pid/attr/current" 2> /dev/null) && echo "/proc/$pid/current:$label"
  done
  # shellcheck disable=SC2086 # one word per id
  [ -n "$ids" ] && docker inspect -f 'devices:{{.Id}} {{.HostConfig.Privileged}} {{json .HostConfig.DeviceCgroupRules}} {{json .HostConfig.Devices}}' $ids 2> /dev/null
fi

if asked meters; then
  echo '== supply'
  grep -hE '^(processor|MemTotal|SwapTotal)' /proc/cpuinfo /proc/meminfo
fi
echo '== end'
