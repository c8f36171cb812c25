# Reads "pid NUMBER" and "postgres NUMBER" until the launcher says "done" or is gone. If it is gone
# without a word, everything that it named is ended: nothing is left behind.
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
[ -n "$pids" ] && kill -TERM $pids 2>/dev/null
[ -n "$postgres" ] && kill -INT "$postgres" 2>/dev/null
tries=0
while [ $tries -lt 20 ]; do
  left=
  for pid in $pids $postgres; do
    kill -0 "$pid" 2>/dev/null && left="$left $pid"
  done
  [ -z "$left" ] && exit 0
  tries=$((tries + 1))
  sleep 1
done
kill -KILL $left 2>/dev/null
