"""What a built program leaves out of its libraries, and why nothing is lost by it."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

# A row of PyInstaller's tables: name in the program, file it is from, kind.
Row = tuple[str, str, str]

MODULES = (
    # other toolkits, and what only those who develop need
    "tkinter", "matplotlib", "IPython", "pytest", "hypothesis", "setuptools", "pkg_resources", "pip", "lib2to3",
    "pyparsing", "distributed", "dask", "mypy", "pydoc_data",
    "readline",  # for consoles; and under a licence that would bind the whole program
    # parts of Qt that no module of the program imports; pyqtgraph asks for some, and does without
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtTest",
    "PySide6.QtSql", "PySide6.QtDesigner", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtUiTools",
    # what scikit-learn has for other ends than forests and boosting
    "sklearn.cluster", "sklearn.manifold", "scipy.cluster", "scipy.signal", "scipy.odr", "scipy.io",
    # pages of HTML tables are read with it, and the program asks Yahoo for none; requests has charset_normalizer
    "lxml", "chardet",
    # services in which files of bars are not: the importer reads files of this machine
    "pyarrow.flight", "pyarrow._flight", "pyarrow._s3fs", "pyarrow._gcsfs", "pyarrow._azurefs", "pyarrow._hdfs",
    "pyarrow.substrait", "pyarrow._substrait", "pyarrow._orc", "pyarrow.gandiva", "pyarrow.cuda",
    "pyarrow._parquet_encryption", "pyarrow.dataset", "pyarrow._dataset", "pyarrow._dataset_orc",
    "pyarrow._dataset_parquet", "pyarrow._dataset_parquet_encryption", "pyarrow.acero", "pyarrow._acero",
)  # fmt: skip
_TESTS = re.compile(r"(^|\.)(tests?|conftest|examples|benchmarks)(\.|$)")
_TESTS_NEEDED = re.compile(r"^numpy\._core\.tests(\._natype)?$")  # numpy.testing imports it, and scipy that
_LIBRARIES_OF_ITS_OWN = ("photon_desktop", "numpy", "scipy", "sklearn", "pandas", "pyarrow", "joblib", "pyqtgraph")

# The rest of Qt's plugins are of devices without a desktop (eglfs, vnc), of GTK's look, which would bring the builder's
# GTK along, and of kinds of pictures that the program neither ships nor reads.
_QT_PLUGINS = re.compile(
    r"/plugins/(platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)"
    r"|platforminputcontexts/|platformthemes/(lib)?qxdgdesktopportal|styles/|iconengines/|imageformats/(lib)?q(svg|ico)"
    r"|xcbglintegrations/|wayland-decoration-client/|wayland-shell-integration/(lib)?xdg-shell"
    r"|wayland-graphics-integration-client/(lib)?(qt-plugin-wayland-egl|shm-emulation|dmabuf))"
)
_MODULE = re.compile(r"\.(cpython-[^/]*|abi3)\.so$|\.pyd$")  # some are collected as if they were libraries
_FILES = re.compile(
    r"(^|/)(tests?|examples|benchmarks)/"  # libraries' own
    r"|^PySide6/(Qt/)?(qml|translations/(?!qtbase_ru\.))"  # of its own words, those of the window's languages stay
    r"|^pyarrow/(include|src)/|\.(pxd|pxi|pyx|pyi|h|hpp|c|cpp|a|lib)$"  # for those who compile against them
    r"|^pyarrow/libarrow_(python_flight|python_parquet_encryption|flight|s3|gcs|azure)\."
    r"|^pyarrow/_(flight|s3fs|gcsfs|azurefs|hdfs|substrait|orc|cuda|acero|dataset\w*|parquet_encryption|\w*tests)\."
    r"|^pyarrow/libarrow_python\.(so|so\.\d+\.\d+\.\d+)$"  # the same library under names nobody asks for
    r"|^(setuptools|chardet|lxml)[-/]"
    r"|\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json|sboms/.*)$"  # how it came here: no two builds' the same
    r"|^sklearn/datasets/(data|images|descr)/"
)


def without_unused_modules(rows: Iterable[Row]) -> list[Row]:
    """Python modules but for the libraries' own tests and examples."""
    return [row for row in rows if not _is_test(row[0])]


def without_unused_files(rows: Iterable[Row]) -> list[Row]:
    """Data and binaries but for those of parts that are left out; extension modules, which have the names of modules
    here, stay."""
    return [row for row in rows if row[2] == "EXTENSION" or not _is_unused(PurePosixPath(row[0].replace("\\", "/")))]


def only_needed_libraries(rows: Iterable[Row], needs_of: Callable[[str], Iterable[str]]) -> list[Row]:
    """Extension modules, Qt's plugins, what a library keeps beside itself, and the shared libraries that these need.

    `needs_of` tells a file's shared libraries by their file names. Rows stay in their order.
    """
    rows = list(rows)
    by_file_name: dict[str, list[Row]] = {}
    for row in rows:
        by_file_name.setdefault(Path(row[0]).name, []).append(row)
    kept: set[str] = set()
    waiting = [row for row in rows if _is_wanted_by_itself(row)]
    while waiting:
        name, source, kind = waiting.pop()
        if name in kept:
            continue
        kept.add(name)
        if kind != "SYMLINK":
            waiting += [needed for library in needs_of(source) for needed in by_file_name.get(library, ())]
    return [row for row in rows if row[0] in kept]


def without_dangling_links(rows: Iterable[Row], binaries: Iterable[Row]) -> list[Row]:
    """`rows` but for symbolic links to binaries that are not there."""
    rows = list(rows)
    there = {row[0] for row in [*binaries, *rows] if row[2] != "SYMLINK"}
    return [row for row in rows if row[2] != "SYMLINK" or str(PurePosixPath(row[0]).parent / row[1]) in there]


def _is_wanted_by_itself(row: Row) -> bool:
    name = row[0].replace("\\", "/")
    return (
        row[2] == "EXTENSION"
        or bool(_MODULE.search(name))
        or "/plugins/" in name
        or Path(name).name.startswith(("libpython", "python3"))
        or name.startswith(("curl_cffi/", "talib/", "Crypto/"))  # loaded by their paths
    )


def _is_test(module: str) -> bool:
    is_a_librarys = module.startswith(_LIBRARIES_OF_ITS_OWN)
    return is_a_librarys and bool(_TESTS.search(module)) and not _TESTS_NEEDED.search(module)


def _is_unused(name: PurePosixPath) -> bool:
    text = str(name)
    is_plugin_of_qt = text.startswith("PySide6/") and "/plugins/" in text
    return bool(_FILES.search(text)) or (is_plugin_of_qt and not _QT_PLUGINS.search(text))
