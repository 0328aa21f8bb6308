"""The environments that the peers and the pip-only analyser run in, made where they are missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
FOLDER = HERE / ".peers"


class MissingError(Exception):
    """An environment cannot be had here; the message is the reason, in one line."""


def peers_python() -> Path:
    """Return the interpreter that has the peers of `peers.txt`."""
    return _python("python", ["--require-hashes", "-r", str(HERE / "peers.txt")])


def pip_only_python() -> Path:
    """Return an interpreter that has Somehelp with the analyser that pip alone can install."""
    return _python("pip-only", ["-e", f"{ROOT}[pip-only]"])


def node_folder() -> Path:
    """Return the folder whose packages `peers.mjs` uses."""
    folder = FOLDER / "node"
    if not shutil.which("npm"):
        raise MissingError("npm is not installed")
    done = folder / "node_modules" / ".package-lock.json"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        _run(["npm", "ci", "--no-audit", "--no-fund", "--prefix", str(folder)])
    return folder


def _python(name: str, packages: list[str]) -> Path:
    folder = FOLDER / name
    python = folder / "bin" / "python"
    done = folder / "installed"
    if done.exists():
        return python
    if uv := shutil.which("uv"):
        _run([uv, "venv", "-q", "--clear", "--python", sys.executable, str(folder)])
        _run([uv, "pip", "install", "-q", "--python", str(python), *packages])
    else:
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        _run([str(python), "-m", "pip", "install", "-q", *packages])
    done.touch()
    return python


def _run(command: list[str]) -> None:
    print(f"making an environment: {' '.join(command[:4])} …", file=sys.stderr)
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=900)
    except subprocess.CalledProcessError as error:
        last = (error.stderr or error.stdout or "").strip().splitlines()[-1:]
        raise MissingError(last[0] if last else f"{command[0]} failed") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingError(type(error).__name__) from error
