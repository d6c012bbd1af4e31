"""LibreOffice at work on Word files, without a screen: it saves them, accepts or rejects all changes, or records one.

Comments are not shown meanwhile: where there is no screen, version 7.4 ends itself as soon as any file's comments are laid out anew.
"""

import atexit
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from xml.sax.saxutils import escape

import pytest

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not here; as root, ./dev test installs it"
)
_BASIC = """
Sub Work(source As String, target As String, act As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim form(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  form(0).Name = "FilterName" : form(0).Value = "MS Word 2007 XML"
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If act = "Record" Then
    doc.RecordChanges = True
    find = doc.createReplaceDescriptor()
    find.SearchString = "ple" : find.ReplaceString = "sec"
    doc.replaceAll(find)
    doc.Text.insertString(doc.Text.End, " Fi.", False)
  ElseIf act <> "Save" Then
    doc.CurrentController.ViewSettings.ShowAnnotations = False
    helper = createUnoService("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(doc.CurrentController.Frame, ".uno:" & act & "AllTrackedChanges", "", 0, Array())
  End If
  doc.storeToURL(target, form())
  doc.close(True)
End Sub
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Work" script:language="StarBasic">{}</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Work"/></library:library>
"""


def by_libreoffice(content: bytes, act: str, folder: Path) -> bytes:
    """The file as LibreOffice saves it after an act: Save, Accept, Reject, or Record (a word replaced, one added)."""
    source, target = folder / "given.docx", folder / f"{act}.docx"
    source.write_bytes(content)
    run_libreoffice(f'macro:///Standard.Work.Work("{source.as_uri()}","{target.as_uri()}","{act}")')
    return target.read_bytes()


def run_libreoffice(*arguments: str) -> None:
    """Start it with these arguments, in the one profile of this process: making one takes longer than most of its work."""
    _run(_profile(), *arguments)


@cache
def _profile() -> Path:
    folder = Path(mkdtemp(prefix="positions-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _run(folder, "--terminate_after_init")  # it writes a library of its own first
    macros = folder / "user" / "basic" / "Standard"
    (macros / "Work.xba").write_text(_MODULE.format(escape(_BASIC)), encoding="utf-8")
    (macros / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    return folder


def _run(profile: Path, *arguments: str) -> None:
    start = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*start, *arguments], capture_output=True, check=True, timeout=180)
