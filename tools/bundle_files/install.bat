@echo off
chcp 936 >nul
rem 在没有互联网的 Windows 电脑上安装 raci @VERSION@：双击本文件即可，不要管理员权限
setlocal enableextensions disabledelayedexpansion
pushd "%~dp0" || goto :failed
title 安装 raci @VERSION@

if not exist "wheels\*.whl" (
  echo.
  echo 这里没有 wheels 文件夹：请先把压缩包全部解压（右键，全部解压缩），再双击解压出来的“安装.bat”。
  goto :failed
)
set "PY="
call :find_python
if not defined PY for %%f in (python-@PYTHON@*.exe) do call :install_python "%%f"
if not defined PY (
  echo.
  echo 没有找到 Python @PYTHON@（64 位）。
  echo 请把 python.org 的安装程序 python-@PYTHON@.x-amd64.exe 放到本文件夹，再双击“安装.bat”。
  goto :failed
)

set "PLACE=%LOCALAPPDATA%\raci"
echo 正在安装到 %PLACE% ……
if not exist "%PLACE%" mkdir "%PLACE%"
%PY% -m venv --clear "%PLACE%\venv" || goto :failed
rem nothing but this folder counts, whatever pip is set up with on this computer
set "PIP_CONFIG_FILE=nul"
"%PLACE%\venv\Scripts\python.exe" -m pip install --isolated --quiet --disable-pip-version-check --no-index --find-links "%CD%\wheels" "@REQUIREMENT@" || goto :failed
copy /y files\start.bat "%PLACE%\start.bat" >nul || goto :failed
copy /y 使用说明.html "%PLACE%\使用说明.html" >nul || goto :failed
powershell -NoProfile -ExecutionPolicy Bypass -Command "$s=(New-Object -ComObject WScript.Shell).CreateShortcut([Environment]::GetFolderPath('Desktop')+'\任务分工 raci.lnk'); $s.TargetPath=$env:PLACE+'\start.bat'; $s.WorkingDirectory=[Environment]::GetFolderPath('Desktop'); $s.Save()"
if errorlevel 1 echo 桌面上没能放快捷方式：请直接用 %PLACE%\start.bat

echo.
echo 装好了。把文件拖到桌面的“任务分工 raci”上即可；用法见“使用说明.html”。
pause
exit /b 0

:find_python
py -@PYTHON@ -c "import struct,sys; sys.exit(struct.calcsize('P')!=8)" >nul 2>nul && set "PY=py -@PYTHON@"
if not defined PY python -c "import struct,sys; sys.exit('%%d.%%d'%%sys.version_info[:2]!='@PYTHON@' or struct.calcsize('P')!=8)" >nul 2>nul && set "PY=python"
exit /b 0

:install_python
if defined PY exit /b 0
echo 正在安装 %~1 ……
%1 /passive InstallAllUsers=0 Include_launcher=1 InstallLauncherAllUsers=0 Include_test=0
call :find_python
if not defined PY if exist "%LOCALAPPDATA%\Programs\Python\Launcher\py.exe" set "PY="%LOCALAPPDATA%\Programs\Python\Launcher\py.exe" -@PYTHON@"
exit /b 0

:failed
echo.
echo 安装没有完成。请把上面的文字拍照或复制下来，交给维护的同志。
pause
exit /b 1
