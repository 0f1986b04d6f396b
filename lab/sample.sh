# Prints what the cgroups of all containers count, every so many seconds ($1), until its standard input closes or gets a line.
# bash, and nothing but what is built into it: a fork would take longer than a sample under emulation, and would be counted.
shopt -s nullglob
top=/sys/fs/cgroup
while :; do
  echo "== $EPOCHREALTIME"
  for dir in "$top"/system.slice/docker-*.scope; do
    {
      stat=$(< "$dir/cpu.stat")
      line=${dir#"$top"}
      for name in usage_usec nr_throttled; do
        [[ $stat =~ $name\ ([0-9]+) ]] && line+=" ${BASH_REMATCH[1]}"
      done
      line+=" $(< "$dir/memory.current") $(< "$dir/pids.current")"
      io=$(< "$dir/io.stat") bytes=0
      while [[ $io =~ wbytes=([0-9]+)(.*) ]]; do bytes=$((bytes + BASH_REMATCH[1])) io=${BASH_REMATCH[2]}; done
      echo "$line $bytes"
    } 2> /dev/null
  done
  read -r -t "$1" && exit
  # Above 128: the time was over. Anything else: nobody listens any more.
  [ $? -gt 128 ] || exit
done
