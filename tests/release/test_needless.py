"""Libraries that are named as needed and asked for nothing are left out, and what named them still loads."""

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from release.elf import needed, unlinked, with_weak_symbols
from release.needless import with_links_for_copies, without_needless_libraries

needs_linker = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in ("as", "ld", "nm")), reason="there is no assembler and linker here"
)
ACERO = "libarrow_acero.so.26"


def linked(folder: Path, name: str, source: str, *others: str) -> Path:
    """A shared library in `folder` that names `others`, beside it, as needed."""
    (folder / "part.s").write_text(f'{source}\n.section .note.GNU-stack,"",@progbits\n')
    subprocess.run(["as", "part.s", "-o", "part.o"], cwd=folder, check=True)
    link = ["ld", "-shared", "--no-as-needed", "-rpath", "$ORIGIN", "-soname", name, "-o", name, "part.o", *others]
    subprocess.run(link, cwd=folder, check=True)
    return folder / name


def offering(symbol: str) -> str:
    return f".data\n.globl {symbol}\n.type {symbol}, @object\n.size {symbol}, 8\n{symbol}: .quad 7"


@needs_linker
def test_a_library_loads_without_the_one_it_named_and_still_names_the_rest(tmp_path: Path) -> None:
    gone = linked(tmp_path, "libgone.so", offering("gone"))
    stays = linked(tmp_path, "libstays.so", offering("stays"))
    user = linked(tmp_path, "libuser.so", offering("own"), gone.name, stays.name)
    gone.unlink()
    with pytest.raises(OSError, match="libgone"):
        ctypes.CDLL(str(user))
    user.write_bytes(unlinked(user.read_bytes(), {gone.name}))
    kept = stays.rename(tmp_path / "aside")
    with pytest.raises(OSError, match="libstays"):
        ctypes.CDLL(str(user))
    kept.rename(stays)
    assert ctypes.c_int64.in_dll(ctypes.CDLL(str(user)), "own").value == 7


@needs_linker
def test_arrows_library_for_queries_goes_unless_something_asks_it_for_a_symbol(tmp_path: Path) -> None:
    acero = linked(tmp_path, ACERO, offering("plan"))
    module = linked(tmp_path, "lib.so", offering("own"), ACERO)
    rows = [(f"pyarrow/{path.name}", str(path), "BINARY") for path in (acero, module)]
    kept = without_needless_libraries(rows, str(tmp_path / "made"))
    assert [name for name, _, _ in kept] == ["pyarrow/lib.so"]
    assert Path(kept[0][1]).is_relative_to(tmp_path / "made")
    linked(tmp_path, "lib.so", ".data\n.quad plan", ACERO)
    with pytest.raises(ValueError, match=r"pyarrow/lib\.so asks libarrow_acero\.so\.26 for plan"):
        without_needless_libraries(rows, str(tmp_path / "made"))


def test_the_second_of_two_equal_libraries_is_a_link_to_the_first(tmp_path: Path) -> None:
    for number, text in enumerate(("same", "same", "other")):
        (tmp_path / str(number)).write_text(text)
    rows = [(f"{folder}.libs/libf.so.5", str(tmp_path / str(place)), "BINARY") for place, folder in enumerate("abc")]
    assert with_links_for_copies(rows) == [rows[0], ("b.libs/libf.so.5", "../a.libs/libf.so.5", "SYMLINK"), rows[2]]


@needs_linker
def test_a_library_loads_without_a_symbol_that_is_never_called(tmp_path: Path) -> None:
    gone = linked(tmp_path, "libgone.so", offering("scipy_dstevr_"))
    user = linked(tmp_path, "libuser.so", f"{offering('own')}\n.quad scipy_dstevr_", gone.name)
    gone.unlink()
    assert needed(user.read_bytes()) == [gone.name]
    without = unlinked(user.read_bytes(), {gone.name})
    assert needed(without) == []
    user.write_bytes(without)
    with pytest.raises(OSError, match="scipy_dstevr_"):
        ctypes.CDLL(str(user), mode=os.RTLD_NOW)
    user.write_bytes(with_weak_symbols(without, {"scipy_dstevr_"}))
    assert ctypes.c_int64.in_dll(ctypes.CDLL(str(user), mode=os.RTLD_NOW), "own").value == 7


@needs_linker
def test_scipys_openblas_goes_with_all_but_what_asks_it_for_one_function(tmp_path: Path) -> None:
    blas = linked(tmp_path, "libscipy_openblas-1.so", f"{offering('scipy_dstevr_')}\n{offering('scipy_dgemm_')}")
    module = linked(tmp_path, "_ufuncs.so", ".data\n.quad scipy_dstevr_", blas.name)
    rows = [("scipy.libs/libscipy_openblas-1.so", str(blas), "BINARY"), ("scipy/_ufuncs.so", str(module), "EXTENSION")]
    kept = without_needless_libraries(rows, str(tmp_path / "made"))
    assert [name for name, _, _ in kept] == ["scipy/_ufuncs.so"]
    ctypes.CDLL(kept[0][1], mode=os.RTLD_NOW)
    linked(tmp_path, "_ufuncs.so", ".data\n.quad scipy_dgemm_", blas.name)
    with pytest.raises(ValueError, match="for scipy_dgemm_"):
        without_needless_libraries(rows, str(tmp_path / "made"))
