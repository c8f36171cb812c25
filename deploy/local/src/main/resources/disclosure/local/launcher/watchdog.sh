# Reads "pid NUMBER" and "postgres NUMBER" until the launcher says "done" or is gone. If it is gone
# without a word, everything that it named is ended, the database last: nothing is left behind.
trap '' INT TERM HUP
pids=
postgres=
while read -r word number; do
  case $word in
    pid) pids="$pids $number" ;;
    postgres) postgres=$number ;;
    done) exit 0 ;;
  esac
done

alive() {
  for number in "$@"; do
    kill -0 "$number" 2>/dev/null && return 0
  done
  return 1
}

# end SIGNAL NUMBER...: asks them to end, and makes them after 70 seconds: the register may take 60 to
# answer what it has begun.
end() {
  kill -s "$@" 2>/dev/null
  shift
  tries=0
  while alive "$@" && [ $tries -lt 70 ]; do
    tries=$((tries + 1))
    sleep 1
  done
  alive "$@" && kill -s KILL "$@" 2>/dev/null
}
[ -z "$pids" ] || end TERM $pids
[ -z "$postgres" ] || end INT "$postgres"
