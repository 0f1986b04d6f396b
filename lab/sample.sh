# Prints what the cgroups of all containers count of one thing ($2: cpu, memory, pids or io) every so many seconds ($1),
# until its standard input closes or gets a line. Only that is read, by bash, with nothing but what is built into it:
# under emulation a fork takes longer than a sample, and so would three more files.
shopt -s nullglob
# What it measures may keep every CPU busy; only a reader that goes first reads in time.
chrt --fifo --pid 1 $$ 2> /dev/null
top=/sys/fs/cgroup
while :; do
  echo "== $EPOCHREALTIME"
  for dir in "$top"/system.slice/docker-*.scope; do
    line="${dir#"$top"}"
    {
      case $2 in
        cpu)
          stat=$(< "$dir/cpu.stat")
          [[ $stat =~ usage_usec\ ([0-9]+) ]] && line+=" usage=${BASH_REMATCH[1]}"
          [[ $stat =~ nr_throttled\ ([0-9]+) ]] && line+=" throttled=${BASH_REMATCH[1]}"
          ;;
        memory) line+=" memory=$(< "$dir/memory.current")" ;;
        pids) line+=" pids=$(< "$dir/pids.current")" ;;
        io)
          io=$(< "$dir/io.stat") bytes=0
          while [[ $io =~ wbytes=([0-9]+)(.*) ]]; do bytes=$((bytes + BASH_REMATCH[1])) io=${BASH_REMATCH[2]}; done
          line+=" written=$bytes"
          ;;
      esac
    } 2> /dev/null
    echo "$line"
  done
  read -r -t "$1" && exit
  # Above 128: the time was over. Anything else: nobody listens any more.
  [ $? -gt 128 ] || exit
done
