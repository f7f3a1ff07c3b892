#!/bin/sh
# Chromium without its windows opens no page by itself, and chromedriver waits for one.
exec "$TOVHOLDER_HEADLESS_SHELL" "$@" about:blank
