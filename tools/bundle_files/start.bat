@echo off
chcp 936 >nul
rem 桌面“任务分工 raci”：拖上文件就出分工表；直接双击打开本机页面，没有这一页时打开使用说明
setlocal
set "RACI=%~dp0venv\Scripts\raci.exe"
title 任务分工 raci
if not "%~1"=="" goto :build
"%RACI%" serve --help >nul 2>nul
if errorlevel 1 (
  start "" "%~dp0使用说明.html"
  exit /b 0
)
"%RACI%" serve
if errorlevel 1 pause
exit /b 0

:build
set "OUT=%~dp1任务分工结果"
"%RACI%" build %* -o "%OUT%"
if exist "%OUT%" start "" "%OUT%"
pause
