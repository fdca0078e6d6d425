#!/bin/sh
# “任务分工 raci”：给出文件就出分工表；不给时打开本机页面，没有这一页时打开使用说明
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
raci=$here/venv/bin/raci
if [ $# -gt 0 ]; then
  out=$(dirname -- "$1")/任务分工结果
  "$raci" build "$@" -o "$out"
  status=$?
  [ -d "$out" ] && echo "结果：$out" && xdg-open "$out" >/dev/null 2>&1
  exit $status
fi
if "$raci" serve --help >/dev/null 2>&1; then
  exec "$raci" serve
fi
xdg-open "$here/使用说明.html" >/dev/null 2>&1 || echo "使用说明：$here/使用说明.html"
