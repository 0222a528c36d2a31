# Runs PostgreSQL ("$@") for as long as somebody holds the other end of our standard input. The
# server's end closes by itself when the server dies, however it dies; PostgreSQL then gets SIGINT,
# which ends its sessions, writes a checkpoint and leaves a clean data folder.
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
(
  read -r _ <&3
  kill -INT "$postgres"
) >/dev/null 2>&1 &
guard=$!
exec 3<&-
wait "$postgres"
status=$?
kill "$guard" 2>/dev/null
exit "$status"
