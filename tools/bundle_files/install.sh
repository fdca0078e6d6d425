#!/bin/sh
# 在没有互联网的 Linux 电脑上安装 raci @VERSION@：sh install.sh，不要管理员权限
set -u
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
place=${XDG_DATA_HOME:-$HOME/.local/share}/raci

fail() {
  echo "$1" >&2
  exit 1
}

python=
for one in python@PYTHON@ python3 python; do
  if "$one" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@PYTHON@")' 2>/dev/null; then
    python=$one
    break
  fi
done
[ -n "$python" ] || fail "没有找到 Python @PYTHON@：请先用系统的软件源或安装盘装好 python@PYTHON@（含 venv）。"

echo "正在安装到 $place ……"
mkdir -p "$place" || fail "不能写入 $place"
"$python" -m venv --clear "$place/venv" || fail "不能建立运行环境：请先安装 python@PYTHON@-venv。"
# nothing but this folder counts, whatever pip is set up with on this computer
PIP_CONFIG_FILE=/dev/null "$place/venv/bin/python" -m pip install --isolated --quiet --disable-pip-version-check --no-index \
  --find-links "$here/wheels" '@REQUIREMENT@' || fail "安装没有完成，请把上面的文字交给维护的同志。"
cp "$here/files/start.sh" "$here/使用说明.html" "$place/" && chmod +x "$place/start.sh" || fail "不能写入 $place"

desktop=$(xdg-user-dir DESKTOP 2>/dev/null || true)
for folder in "${XDG_DATA_HOME:-$HOME/.local/share}/applications" "$desktop"; do
  [ -n "$folder" ] && [ "$folder" != "$HOME" ] && mkdir -p "$folder" || continue
  cat >"$folder/raci.desktop" <<END
[Desktop Entry]
Type=Application
Name=任务分工 raci
Comment=拖上文件就出分工表
Exec="$place/start.sh" %F
Terminal=true
Categories=Office;
END
  chmod +x "$folder/raci.desktop"
done
echo "装好了：桌面或菜单里的“任务分工 raci”，命令行用 $place/venv/bin/raci。用法见“使用说明.html”。"
