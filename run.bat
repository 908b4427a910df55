@echo off
rem The same as "make run".
setlocal
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
where py >nul 2>nul
if %errorlevel%==0 (
  py -3 -m scripts.tasks run %*
) else (
  python -m scripts.tasks run %*
)
set code=%errorlevel%
if not %code%==0 if not defined CI pause
exit /b %code%
