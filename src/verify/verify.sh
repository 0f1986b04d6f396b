#!/bin/sh
# What does *your* Docker isolate?
#
# Runs the harmless commands of this site's scenes against your own Docker, and says where your machine answers
# differently from the one that was recorded, and why that may be. Made from the scenes and their recordings: @made@
#
# It needs no root, beyond what `docker` needs. It starts containers of its own, named isolate-<number>-<name>, and removes
# them when it ends, also when you interrupt it. It opens no port, mounts nothing of yours, gives no container a privilege,
# and changes nothing of Docker's settings or of your machine. What is left out, and why, stands in the comments below.
#
#     sh verify.sh                     every scene
#     sh verify.sh eight own-root      only these
#     IMAGE=my/image sh verify.sh      with an image of yours that has the same tools
#
# Exit status: 0 all as recorded, 1 something differs, 2 it could not run.

# shellcheck disable=SC2034,SC2154 # a set of variables for each container, by eval
export LC_ALL=C
# The terminal's CLI hints would stand between the answers.
export DOCKER_CLI_HINTS=false
IMAGE=${IMAGE:-isolate-lab:13}
prefix=isolate-$$
label=isolate.verify=$$
only=" $* "
asked=0
different=0
skipped=0
local_docker=
wanted=1

say() { printf '%s\n' "$*"; }

stop() {
  say "$*" >&2
  exit 2
}

# --- leaving nothing behind ---------------------------------------------------------------------------------------

clean() {
  ids=$(docker ps -aq --filter "label=$label" 2> /dev/null)
  # shellcheck disable=SC2086 # one word per id
  [ -z "$ids" ] || docker rm -f $ids > /dev/null 2>&1
}

leave() {
  trap '' INT TERM HUP
  clean
  # A container that the daemon was still making when we were interrupted is there by now.
  clean
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# --- what your machine is -----------------------------------------------------------------------------------------

prepare() {
  command -v docker > /dev/null 2>&1 || stop 'There is no docker command here.'
  info=$(docker info -f '{{.ServerVersion}}|{{.CgroupVersion}}|{{.KernelVersion}}|{{.OperatingSystem}}|{{.SecurityOptions}}' 2> /dev/null) ||
    stop 'Docker does not answer; does "docker ps" work for you?'
  docker_version=${info%%|*} info=${info#*|}
  cgroups=${info%%|*} info=${info#*|}
  host_kernel=${info%%|*} info=${info#*|}
  system=${info%%|*} security=${info#*|}
  docker_major=${docker_version%%.*}
  docker_minor=${docker_version#*.} docker_minor=${docker_minor%%.*}
  host_name=$(hostname)
  for kind in pid net mnt uts ipc user cgroup time; do
    eval "host_ns_$kind=\$(readlink /proc/self/ns/$kind 2> /dev/null)"
  done
  say "Recorded: @ours@"
  say "Yours:    Docker $docker_version, Linux $host_kernel, cgroup v$cgroups, $system $security"

  docker image inspect "$IMAGE" > /dev/null 2>&1 || stop "There is no image $IMAGE here. Build it once:

    docker build -t $IMAGE - << 'END'
@dockerfile@
    END

or name an image that has the same tools: IMAGE=my/image sh verify.sh"
  probe=$(docker run -d --label "$label" --name "$prefix-probe" "$IMAGE" sleep 60 2>&1) || stop "No container starts: $probe"
  missing=$(docker exec "$prefix-probe" sh -c 'for tool in bash hostname ip ipcs ping ps; do command -v $tool > /dev/null || echo $tool; done')
  [ -z "$missing" ] || stop "The image $IMAGE lacks:" "$missing"
  # With Docker Desktop, or a remote Docker, the containers' host is another machine than this one.
  pid=$(docker inspect -f '{{.State.Pid}}' "$prefix-probe")
  if [ "$(cat "/proc/$pid/comm" 2> /dev/null)" = sleep ]; then local_docker=1; fi
  docker rm -f "$prefix-probe" > /dev/null
  [ "$local_docker" ] || say 'Your containers run on another machine than this script, or in a VM: what needs their host is skipped.'
}

# --- asking -------------------------------------------------------------------------------------------------------

scene() {
  here=$1
  case $only in '  ' | *" $1 "*) wanted=1 ;; *) wanted= && return ;; esac
  clean
  printf '\n%s: %s\n' "$1" "$2"
}

# start STEP NAME WALLS OPTIONS... COMMAND...: a container, and which of its eight namespaces are its own.
start() {
  [ "$wanted" ] || return 0
  step=$1 name=$2 walls=$3
  shift 3
  eval "$name=$prefix-$name"
  container=$prefix-$name
  if ! answer=$(docker run -d --label "$label" --name "$container" "$@" 2>&1); then
    heading "docker run -d --name $name $*"
    differs 'the container starts' "$answer"
    return
  fi
  about=$(docker inspect -f '{{.Id}} {{.State.Pid}} {{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$container")
  id=${about%% *} about=${about#* }
  eval "${name}_id=\$id ${name}_id12=\$(printf %.12s \"\$id\") ${name}_pid=\${about%% *} ${name}_address=\${about#* }"
  own=
  inside=$(docker exec "$container" sh -c 'readlink $(for k in pid net mnt uts ipc user cgroup time; do echo /proc/self/ns/$k; done)')
  for link in $inside; do
    kind=${link%%:*}
    eval "${name}_ns_$kind=\$link"
    eval "theirs=\$host_ns_$kind"
    # shellcheck disable=SC2154 # set by the eval above
    [ "$link" = "$theirs" ] || own="${own:+$own }$kind"
  done
  heading "docker run -d --name $name $*"
  if [ "$local_docker" ]; then compare "namespaces of its own: $walls" "namespaces of its own: $own"; else skip; fi
}

# once STEP STATUS ARGUMENTS...: a container that ends with its command.
once() {
  [ "$wanted" ] || return 0
  step=$1 status=$2
  shift 2
  heading "docker run $*"
  answer=$(docker run --label "$label" "$@" 2>&1)
  ended $?
  compare '' ''
}

remove() {
  [ "$wanted" ] || return 0
  step=$1
  heading "docker rm -f $2"
  docker rm -f "$prefix-$2" > /dev/null 2>&1
  compare '' ''
}

# ask STEP WHERE STATUS COMMAND: WHERE is a container's name, or "host".
ask() {
  [ "$wanted" ] || return 0
  step=$1 where=$2 status=$3 command=$4
  heading "$where\$ $command"
  held=
  case $where:$command in
    host:docker\ *) answer=$(sh -c "$command" 2>&1) ;;
    host:*)
      held=1
      [ "$local_docker" ] || return
      held=
      answer=$(sh -c "$command" 2>&1)
      ;;
    # Not as an argument of bash: a command that looks for processes by their arguments would find itself.
    *) answer=$(printf '%s\n' "$command" | docker exec -i "$prefix-$where" bash 2>&1) ;;
  esac
  ended $?
  answer=$(printf '%s\n' "$answer" | tidy)
}

# What stays when answers are compared: no doubled spaces, no empty lines, no keys that are made up.
tidy() {
  tr -s ' \t\r' ' ' | sed -e 's/^ //' -e 's/ $//' -e 's/0x[0-9a-f]\{8\}/KEY/g' -e '/^$/d'
}

ended() {
  bad=
  [ "$status" = - ] || [ "$1" -eq "$status" ] || bad="exit status $1 instead of $status; "
}

# The whole answer is this.
whole() {
  [ "$wanted" ] || return 0
  if [ "$held" ]; then skip; else compare "$1" "$answer"; fi
}

# The answer has a line that holds this (and that): pairs of arguments.
shows() {
  [ "$wanted" ] || return 0
  if [ "$held" ]; then skip && return; fi
  while [ $# -gt 0 ]; do
    if ! printf '%s\n' "$answer" | grep -F -e "$2" | grep -qF -e "$1"; then
      compare "… $1 …" "$answer"
      return
    fi
    shift 2
  done
  compare '' ''
}

# --- telling ------------------------------------------------------------------------------------------------------

heading() {
  bad=
  printf '  %-14s %s\n' "$step" "$1"
}

skip() {
  skipped=$((skipped + 1))
  say '                 skipped: it needs the host of your containers'
}

compare() {
  asked=$((asked + 1))
  if [ "$1" = "$2" ] && [ -z "$bad" ]; then return; fi
  differs "$1" "$bad$2"
}

differs() {
  different=$((different + 1))
  say "                 DIFFERS ($here/$step)"
  printf '%s\n' "$1" | sed 's/^/                 ours:  /'
  printf '%s\n' "$2" | sed 's/^/                 yours: /'
  known=
  reasons "$here $1 $2"
  [ "$known" ] || say '                 why:   this script knows no reason; please compare by hand'
}

because() {
  known=1
  say "                 why:   $*"
}

has_option() { case $security in *"name=$1"*) return 0 ;; *) return 1 ;; esac }

docker_from() { [ "$docker_major" -gt "$1" ] || { [ "$docker_major" -eq "$1" ] && [ "$docker_minor" -ge "$2" ]; }; }

# Only what fits both the answer and your machine is said.
reasons() {
@reasons@
}

# --- the scenes ---------------------------------------------------------------------------------------------------

prepare
@scenes@

# --- the end ------------------------------------------------------------------------------------------------------

say ''
say "$asked answers compared, $different differ, $skipped skipped."
[ "$different" -eq 0 ]
