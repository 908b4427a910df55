@echo off
rem The same as "make test".
setlocal
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
where py >nul 2>nul
if %errorlevel%==0 (
  py -3 -m scripts.tasks test %*
) else (
  python -m scripts.tasks test %*
)
set code=%errorlevel%
if not %code%==0 if not defined CI pause
exit /b %code%
