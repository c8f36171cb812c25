# Reads "watch PID", "gone PID" and "postgres DIRECTORY" until the JVM that started it is gone. What
# that JVM had begun and not ended is ended then, the databases last: nothing is left behind.
trap '' INT TERM HUP
pids=' '
while read -r word what; do
  case $word in
    watch) pids="$pids$what " ;;
    gone)
      case $pids in
        *" $what "*) pids="${pids%%" $what "*} ${pids#*" $what "}" ;;
      esac
      ;;
    postgres) set -- "$@" "$what" ;;
  esac
done

alive() {
  for number in "$@"; do
    kill -0 "$number" 2>/dev/null && return 0
  done
  return 1
}

# end SIGNAL NUMBER...: asks them to end, and makes them after ten seconds. Who waits for an answer
# from them has lost the broker and the issuer already, and everything acknowledged is stored.
end() {
  kill -s "$@" 2>/dev/null
  shift
  tries=0
  while alive "$@" && [ $tries -lt 10 ]; do
    tries=$((tries + 1))
    sleep 1
  done
  alive "$@" && kill -s KILL "$@" 2>/dev/null
}

[ "$pids" = ' ' ] || end TERM $pids
postmasters=
for directory in "$@"; do
  number=$(sed -n 1p "$directory/postmaster.pid" 2>/dev/null)
  # The file may be old, and its number another program's.
  case $(ps -o args= -p "${number:-0}" 2>/dev/null || tr '\0' ' ' <"/proc/$number/cmdline") in
    *"$directory"*) postmasters="$postmasters $number" ;;
  esac
done 2>/dev/null
[ -z "$postmasters" ] || end INT $postmasters
