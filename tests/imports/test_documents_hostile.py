"""Files made to hurt, and a reader that dies: always a sentence, and the process with the records goes on."""

import contextlib
import io
import json
import random
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from carer_app.errors import CarerAppError, DocumentRefused
from carer_app.imports import documents, reader, reader_clock, reader_process
from carer_app.imports.documents import draw_pages, letters_of, look_into

LONGEST_WAIT = 20.0


def ordinary(pages: int = 3) -> bytes:
    paper = io.BytesIO()
    canvas = Canvas(paper)
    for number in range(pages):
        canvas.drawString(72, 700, f"Page number {number + 1}")
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of exactly these objects, numbered from 1, with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, table)
    return bytes(out)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def one_page(contents: bytes, box: bytes = b"[0 0 595 842]", extra: bytes = b"") -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R %s >>" % (box, extra),
        contents,
    )


def flate_bomb() -> bytes:
    """A hundred and fifty megabytes of drawing commands, deflated twice to a few kilobytes."""
    packer = zlib.compressobj(9)
    block = b"0 0 m 1 1 l S\n" * 75_000
    once = b"".join(packer.compress(block) for _ in range(150)) + packer.flush()
    return one_page(stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]"))


def image_bomb() -> bytes:
    pixels = zlib.compress(bytes(1_000_000), 9)
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>",
        stream(b"595 0 0 842 0 0 cm /I Do"),
        stream(
            pixels,
            b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB "
            b"/BitsPerComponent 8 /Filter /FlateDecode",
        ),
    )


def endless_page_tree() -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 5 /Parent 3 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>",
    )


def deep_page_tree(depth: int = 20_000) -> bytes:
    kids = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(depth)]
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", *kids, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    )


def self_drawing_form() -> bytes:
    """Each of ten drawings draws the next ten times: ten thousand million in all."""
    drawings = [
        stream(
            b"/F Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>"
            % (number + 6),
        )
        for number in range(10)
    ]
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
        b"/Resources << /XObject << /F 5 0 R >> >> >>",
        stream(b"/F Do"),
        *drawings,
        stream(b"0 0 m 9 9 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
    )


def read_both_ways(data: bytes) -> list[str]:
    """Every sentence that came of it; fails where anything but a sentence did, or it took too long."""
    sentences = []
    for read in (look_into, lambda data: draw_pages(data, [1, 2], 300)):
        start = time.monotonic()
        try:
            read(data)
        except CarerAppError as refused:
            sentences.append(str(refused))
        assert time.monotonic() - start < LONGEST_WAIT
    with contextlib.suppress(CarerAppError):
        letters_of(data, [1, 2])
    assert all("Your records are safe." in sentence for sentence in sentences)
    return sentences


def test_noise_after_the_pdf_mark_is_damaged() -> None:
    noise = b"%PDF-1.7\n" + random.Random(7).randbytes(200_000)
    assert all("damaged" in sentence for sentence in read_both_ways(noise))
    assert len(read_both_ways(noise)) == 2
    assert len(read_both_ways(b"%PDF-")) == 2
    assert len(read_both_ways(b"")) == 2


def test_every_way_of_cutting_a_file_short_gives_pages_or_a_sentence() -> None:
    whole = ordinary()
    for part in (0.02, 0.2, 0.5, 0.8, 0.97):
        read_both_ways(whole[: int(len(whole) * part)])


def test_changed_bytes_give_pages_or_a_sentence() -> None:
    chance = random.Random(11)
    whole = ordinary()
    for _ in range(12):
        changed = bytearray(whole)
        for _ in range(30):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        read_both_ways(bytes(changed))


def test_a_hundred_thousand_pages_are_too_many() -> None:
    claims = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 100000 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    read_both_ways(claims)
    shared = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    with pytest.raises(DocumentRefused, match=r"100000 pages. The most that can be shown is 300"):
        look_into(shared)


def test_three_hundred_pages_are_not_too_many() -> None:
    assert len(look_into(ordinary(300)).pages) == 300
    with pytest.raises(DocumentRefused, match="301 pages"):
        look_into(ordinary(301))
    with pytest.raises(DocumentRefused, match="3000 pages"):
        look_into(ordinary(3_000))


def with_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader lowers what it may have, and never raises it: with less, what grows without end ends sooner."""
    command = reader_process.command()
    code = command.index("-c") + 1
    least = 300 * 1024 * 1024
    command[code] = (
        f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({least}, {least}))\n{command[code]}"
    )
    monkeypatch.setattr(reader_process, "command", lambda: command)


@pytest.mark.parametrize("make", [flate_bomb, self_drawing_form])
def test_a_small_file_that_unpacks_to_a_huge_one_is_stopped(
    make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = make()
    assert len(data) < 10_000
    with_little_memory(monkeypatch)
    assert len(look_into(ordinary()).pages) == 3
    sentences = read_both_ways(data)
    assert len(sentences) == 2
    assert all("so it was stopped" in sentence for sentence in sentences)


@pytest.mark.parametrize("make", [endless_page_tree, deep_page_tree, image_bomb])
def test_a_file_made_to_hurt_gives_pages_or_a_sentence(make: Callable[[], bytes]) -> None:
    read_both_ways(make())


@pytest.mark.parametrize(
    "box",
    [
        b"[0 0 1e30 1e30]",
        b"[0 0 0 0]",
        b"[0 0 100000 1]",
        b"[0 0 1 100000]",
        b"[0 0 -5 nan]",
        b"[9 9 0 0]",
        b"(no)",
    ],
)
def test_a_page_of_impossible_size_can_still_be_shown(box: bytes) -> None:
    data = one_page(stream(b"0 0 m 9 9 l S"), box)
    page = look_into(data).pages[0]
    assert 0 < page.width_pt <= 14_400
    assert 0 < page.height_pt <= 14_400
    assert 0.1 <= page.width_pt / page.height_pt <= 10
    image = draw_pages(data, [1], 1_200)[0]
    assert len(image.data) == image.width * image.height * 4 <= 64_000_000


def test_a_broken_page_is_named_and_the_others_are_shown() -> None:
    data = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"(this is not a page)",
    )
    facts = look_into(data)
    assert [page.readable for page in facts.pages] == [True, False]
    assert facts.pages[1].text == "This page is damaged and cannot be shown."
    assert "Some pages" in facts.warning
    assert [image.number for image in draw_pages(data, [1, 2], 100)] == [1]


def instead(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Have this little program answer in the reader's place, as a reader taken over by a file might."""
    monkeypatch.setattr(reader_process, "command", lambda: [sys.executable, "-I", "-c", code])


def test_a_reader_killed_half_way_gives_a_sentence_and_the_next_one_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    really = reader_process._start
    started: list[subprocess.Popen[bytes]] = []

    def remembered() -> subprocess.Popen[bytes]:
        started.append(really())
        threading.Timer(0.02, started[-1].kill).start()
        return started[-1]

    monkeypatch.setattr(reader_process, "_start", remembered)
    with pytest.raises(DocumentRefused, match="could not be opened safely"):
        look_into(ordinary(300))
    assert started[0].returncode is not None
    monkeypatch.undo()
    assert look_into(ordinary()).pages[0].text == "Page number 1"


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(documents, "LOOK_SECONDS", 0.3)
    start = time.monotonic()
    with pytest.raises(DocumentRefused, match="took too long"):
        look_into(ordinary())
    assert time.monotonic() - start < 5


def test_a_reader_that_has_to_wait_for_a_busy_computer_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "_START", f"import time; time.sleep(2.5); {reader_process._START}")
    monkeypatch.setattr(reader_clock, "_PATIENCE", 1000)
    monkeypatch.setattr(documents, "LOOK_SECONDS", 2.0)
    assert look_into(ordinary()).pages[0].text == "Page number 1"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere only the clock is known")
def test_a_reader_that_never_comes_to_an_end_is_stopped_by_its_work_and_not_by_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    instead(monkeypatch, "while True: pass")
    monkeypatch.setattr(reader_clock, "_PATIENCE", 1000)
    monkeypatch.setattr(documents, "LOOK_SECONDS", 0.5)
    with pytest.raises(DocumentRefused, match="took too long"):
        look_into(ordinary())


def test_a_reader_that_hands_its_pipe_to_a_child_is_stopped_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "import os, time; os.fork(); time.sleep(60)")
    monkeypatch.setattr(documents, "LOOK_SECONDS", 0.3)
    start = time.monotonic()
    with pytest.raises(DocumentRefused, match="took too long"):
        look_into(ordinary())
    assert time.monotonic() - start < 5


def test_an_endless_answer_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "import sys\nwhile True: sys.stdout.buffer.write(bytes(1000000))")
    monkeypatch.setattr(documents, "MOST_TEXT_ANSWER", 5_000_000)
    with pytest.raises(DocumentRefused, match="could not be opened safely"):
        look_into(ordinary())


DONE = reader.pack({"done": True}, 0)
HEAD = reader.pack({"title": "", "pages": 1, "adobe": False, "outline": []}, 0)


@pytest.mark.parametrize(
    "lie",
    [
        b"",
        b"hello",
        DONE,
        HEAD + DONE,
        HEAD,
        reader.LENGTHS.pack(2**31, 2**63) + b"{}",
        reader.LENGTHS.pack(2, 0) + b"[]" + DONE,
        reader.LENGTHS.pack(60_000, 0) + b"[" * 60_000,
        reader.pack({"trouble": "too_many_pages", "count": "<b>"}, 0),
        reader.pack({"trouble": ["?"]}, 0),
        HEAD
        + reader.pack({"size": [1, float("nan")], "text": "", "fields": [], "notes": [], "readable": True}, 0)
        + DONE,
        HEAD
        + reader.pack({"size": [10**400, 1], "text": "", "fields": [], "notes": [], "readable": True}, 0)
        + DONE,
        HEAD
        + reader.pack({"size": [9, 9], "text": 5, "fields": [], "notes": [], "readable": True}, 0)
        + DONE,
        HEAD
        + reader.pack({"size": [9, 9], "text": "", "fields": [1], "notes": [], "readable": True}, 0)
        + DONE,
        HEAD
        + reader.pack({"size": [9, 9], "text": "", "fields": [], "notes": [1], "readable": True}, 0)
        + DONE,
        HEAD
        + reader.pack(
            {"size": [9, 9], "text": "", "fields": [], "notes": [["", "x", 5]], "readable": True}, 0
        )
        + DONE,
        reader.pack({"number": 1, "width": 10**9, "height": 10**9}, 4) + b"abcd" + DONE,
        reader.pack({"number": 2, "width": 1, "height": 1}, 4) + b"abcd" + DONE,
    ],
)
def test_a_reader_taken_over_is_not_believed(
    lie: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer = tmp_path / "answer"
    answer.write_bytes(lie)
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(open({str(answer)!r}, 'rb').read())"
    instead(monkeypatch, code)
    with pytest.raises(DocumentRefused):
        look_into(ordinary())
    if lie != DONE:
        with pytest.raises(DocumentRefused):
            draw_pages(ordinary(), [1], 100)


def test_half_a_character_never_reaches_the_records(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answer = tmp_path / "answer"
    page = {"size": [9, 9], "text": "half \ud83d", "fields": [], "notes": [], "readable": True}
    answer.write_bytes(HEAD + reader.pack(page, 0) + DONE)
    instead(monkeypatch, f"import sys; sys.stdout.buffer.write(open({str(answer)!r}, 'rb').read())")
    assert look_into(ordinary()).pages[0].text == "half ?"


def test_a_reader_that_cannot_start_gives_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "command", lambda: ["/nowhere/at/all"])
    with pytest.raises(DocumentRefused, match="could not start"):
        look_into(ordinary())


def test_the_packaged_application_is_its_own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader_process.command() == [sys.executable, "--reader"]
    root = str(Path(reader.__file__).parents[2])
    code = f"""
import sys
sys.path.insert(0, {root!r})
sys.argv[1:] = ["--reader"]
from carer_app.__main__ import main
code = main()
assert not [name for name in sys.modules if name.startswith(("PySide6", "ui", "sqlalchemy", "carer_app.storage"))]
sys.exit(code)
"""
    monkeypatch.setattr(reader_process, "command", lambda: [sys.executable, "-c", code])
    assert look_into(ordinary()).pages[2].text == "Page number 3"


def test_a_reader_that_nobody_asks_ends_quietly() -> None:
    for question in (b"", b"hello", reader.LENGTHS.pack(5, 0) + b"{"):
        ended = subprocess.run(
            reader_process.command(), input=question, capture_output=True, env={}, timeout=20
        )
        assert (ended.returncode, ended.stdout, ended.stderr) == (2, b"", b"")


SHUT_IN = """
import sys; sys.path += {places!r}
import json, os, resource, socket
from carer_app.imports import pdf_pages, reader_limits
reader_limits.limit_memory_and_time()
reader_limits.shut_the_doors()
told = {{}}
def tries(name, act):
    try:
        act(); told[name] = "did"
    except BaseException as error:
        told[name] = type(error).__name__
tries("write", lambda: os.open({folder!r} + "/left", os.O_CREAT | os.O_WRONLY))
tries("read", lambda: os.open({secret!r}, os.O_RDONLY))
tries("connect", lambda: socket.socket())
tries("memory", lambda: bytearray(3 * 1024 ** 3))
told["environment"] = sorted(set(os.environ) - {{"LC_CTYPE"}})
told["core"] = resource.getrlimit(resource.RLIMIT_CORE)
told["seconds"] = resource.getrlimit(resource.RLIMIT_CPU)[0]
print(json.dumps(told))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these limits are Linux's")
def test_the_reader_can_open_nothing_write_nothing_and_connect_nowhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the records")
    command = reader_process.command()
    start = command.index("-c")
    code = SHUT_IN.format(places=command[start + 2 :], folder=str(tmp_path), secret=str(secret))
    told = json.loads(
        subprocess.run([*command[: start + 1], code], capture_output=True, check=True, env={}).stdout
    )
    assert told["write"] == told["read"] == told["connect"] == "OSError"
    assert told["memory"] == "MemoryError"
    assert told["environment"] == []
    assert told["core"] == [0, 0]
    assert 0 < told["seconds"] <= 60
    assert [file.name for file in tmp_path.iterdir()] == ["secret"]


def test_reading_leaves_no_file_behind_and_starts_without_the_surroundings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    (tmp_path / "json.py").write_text("raise SystemExit('a file in the working folder was run')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    look_into(ordinary())
    draw_pages(ordinary(), [1], 200)
    assert [file.name for file in tmp_path.iterdir()] == ["json.py"]


def test_no_reader_is_left_running(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    really = reader_process._start

    def remembered() -> subprocess.Popen[bytes]:
        started.append(really())
        return started[-1]

    monkeypatch.setattr(reader_process, "_start", remembered)
    look_into(ordinary())
    draw_pages(ordinary(), [1], 100)
    assert [process.returncode is None for process in started] == [False, False]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every reader that is started meanwhile."""
    readers: list[subprocess.Popen[bytes]] = []
    really = reader_process._start

    def remembered() -> subprocess.Popen[bytes]:
        readers.append(really())
        return readers[-1]

    monkeypatch.setattr(reader_process, "_start", remembered)
    return readers


def test_a_reader_that_was_started_ahead_answers_one_question_and_is_the_only_one(
    started: list[subprocess.Popen[bytes]],
) -> None:
    reader_process.start_ahead()
    reader_process.start_ahead()
    assert look_into(ordinary(), (1, 100)).pages[0].text == "Page number 1"
    assert [reader.returncode is None for reader in started] == [False]
    assert draw_pages(ordinary(), [1], 100)
    assert [reader.returncode is None for reader in started] == [False, False]


def test_a_reader_that_nobody_asks_in_time_is_ended_and_one_that_died_is_not_asked(
    started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_process, "_WAITS_SECONDS", 0.0)
    reader_process.start_ahead()
    started[0].wait(20)
    assert look_into(ordinary()).pages[0].text == "Page number 1"
    monkeypatch.setattr(reader_process, "_WAITS_SECONDS", 60.0)
    reader_process.start_ahead()
    started[-1].kill()
    started[-1].wait(20)
    assert look_into(ordinary()).pages[0].text == "Page number 1"
    assert len(started) == 4


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these limits are Linux's")
def test_a_reader_that_waits_has_shut_its_doors_before_a_file_comes(
    started: list[subprocess.Popen[bytes]],
) -> None:
    reader_process.start_ahead()
    limits, end = Path(f"/proc/{started[0].pid}/limits"), time.monotonic() + 20
    while "Max open files            0 " not in limits.read_text() and time.monotonic() < end:
        time.sleep(0.05)
    assert "Max open files            0 " in limits.read_text()
    assert look_into(ordinary()).pages[0].text == "Page number 1"
