"""Compiles content/ into the one library.db that a wheel carries.

An editable install bakes nothing: a checkout compiles into the user's cache by itself.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Found by hatchling through `[tool.hatch.build.targets.wheel.hooks.custom]`."""

    _folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from amma_cli.library.compile import compile_library

        self._folder = Path(tempfile.mkdtemp(prefix="amma-build-"))
        library = self._folder / "library.db"
        compile_library(root / "content", library)
        for made in (library, library.with_suffix(".version")):
            if not made.is_file():
                raise FileNotFoundError(f"compile_library did not write {made.name}")
            build_data["force_include"][str(made)] = f"amma_cli/data/{made.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
