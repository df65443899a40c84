#!/bin/bash
# Electron, with a copy of all it writes to stderr: what the program says before a driver has
# attached itself is not lost.
exec "$KIOSK_ELECTRON" "$@" 2> >(tee "$KIOSK_LOG" >&2)
