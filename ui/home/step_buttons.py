"""The buttons of a child's card on Home. Most steps need three or four of the ten: the others are made when needed."""

from collections.abc import Callable
from functools import cached_property

from carer_app.use_cases.for_home import NextStep
from carer_app.words import _
from ui.home.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.tag import Tag
from ui.widgets.wrap_row import WrapRow

_DOING = ("main", "no", "ask", "write", "date")
_WAYS = ("not_now", "later", "ready", "dates", "see")


class StepButtons(Card):
    """A card with `doing`, what to do next, and `ways`, what else may become of the step. `see` lies in neither yet."""

    def __init__(self, step: NextStep, desk: Desk, tag: Tag) -> None:
        super().__init__(step.child, tag=tag)
        self.step = step
        self._desk = desk
        self.main = Button("", kind="main", icon="chevron-right")
        self.later = Button("", kind="quiet")
        self.see = Button("", kind="quiet")
        self.doing = WrapRow(self.main)
        self.ways = WrapRow(self.later)
        self.main.clicked.connect(lambda: desk.take(self.step))
        self.see.clicked.connect(lambda: desk.open_child(self.step))

    @cached_property
    def no(self) -> Button:
        return self._made(self.doing, "no", Button(""), self._desk.say_no)

    @cached_property
    def ask(self) -> Button:
        words = Button(_("Words to ask with"), icon="copy")
        return self._made(self.doing, "ask", words, self._desk.words_to_ask)

    @cached_property
    def write(self) -> Button:
        return self._made(self.doing, "write", Button(_("The meeting is over")), self._desk.write_down)

    @cached_property
    def date(self) -> Button:
        return self._made(self.doing, "date", Button(_("Put in a meeting date")), self._desk.put_in_a_date)

    @cached_property
    def not_now(self) -> Button:
        return self._made(self.ways, "not_now", Button(_("Not now"), kind="quiet"), self._desk.not_now)

    @cached_property
    def ready(self) -> Button:
        return self._made(self.ways, "ready", Button(_("Get ready"), kind="quiet"), self._desk.get_ready)

    @cached_property
    def dates(self) -> Button:
        return self._made(self.ways, "dates", Button(_("School dates"), kind="quiet"), self._desk.take)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Those that there are so far, in the order in which they are read."""
        return tuple(self.__dict__[name] for name in (*_DOING, *_WAYS) if name in self.__dict__)

    def offer(self, name: str, wanted: bool) -> None:
        """Show the button of this name, or see that it is away."""
        if wanted or name in self.__dict__:
            getattr(self, name).setVisible(wanted)

    def _made(self, row: WrapRow, name: str, button: Button, press: Callable[[NextStep], None]) -> Button:
        """Where it belongs in its row, away until it is offered."""
        button.hide()
        order = _DOING if name in _DOING else _WAYS
        after = {self.__dict__.get(each) for each in order[order.index(name) + 1 :]}
        follows = next((each for each in row.items() if each in after), None)
        if follows is None:
            row.add(button)
        else:
            row.put_before(follows, button)
        button.clicked.connect(lambda: press(self.step))
        return button
