@echo off
chcp 936 >nul
rem 桌面“任务分工 raci”：拖上文件就出分工表；直接双击打开本机页面，没有这一页时打开使用说明
setlocal enableextensions disabledelayedexpansion
set "PYTHON=%~dp0venv\Scripts\python.exe"
title 任务分工 raci
if not "%~1"=="" goto :build
"%PYTHON%" -m raci serve --help >nul 2>nul
if errorlevel 1 (
  start "" "%~dp0使用说明.html"
  exit /b 0
)
"%PYTHON%" -m raci serve
if errorlevel 1 pause
exit /b 0

:build
set "OUT=%~dp1任务分工结果"
"%PYTHON%" -m raci build %* -o "%OUT%"
if exist "%OUT%" start "" "%OUT%"
pause
