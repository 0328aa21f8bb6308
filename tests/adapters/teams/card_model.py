"""The Adaptive Card 1.5 elements that we draw, strictly: what is not here, Teams may not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel

from adapters.teams.budget import BUDGET, size

Words = Annotated[str, StringConstraints(min_length=1)]
Spacing = Literal["Default", "None", "Small", "Medium"]
Style = Literal["default", "emphasis", "good", "accent", "warning", "attention"]


class Strict(BaseModel):
    """Nothing unknown, nothing coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=to_camel)


class Data(Strict):
    """What a button hands back."""

    verb: Words
    args: dict[str, str]
    also: list[str] = []
    form: bool = False


class Submit(Strict):
    """A button of an older client, or of a dialog."""

    type: Literal["Action.Submit"]
    title: Words
    data: Data
    style: Literal["positive", "destructive"] = "positive"
    associated_inputs: Literal["auto", "none"] = "auto"
    tooltip: str = ""


class Execute(Strict):
    """A button."""

    type: Literal["Action.Execute"]
    verb: Words
    title: Words
    data: Data
    style: Literal["positive", "destructive"] = "positive"
    associated_inputs: Literal["auto", "none"] = "auto"
    tooltip: str = ""
    fallback: Submit

    @model_validator(mode="after")
    def _the_same_for_everybody(self) -> Execute:
        if self.data != self.fallback.data or self.verb != self.data.verb:
            raise ValueError("the fallback does something else")
        return self


class OpenUrl(Strict):
    """A link."""

    type: Literal["Action.OpenUrl"]
    title: Words
    url: Annotated[str, StringConstraints(pattern=r"^(https://|tel:)")]


class Toggle(Strict):
    """What unfolds."""

    type: Literal["Action.ToggleVisibility"]
    title: Words
    target_elements: Annotated[list[str], Field(min_length=1)]


class ShowCard(Strict):
    """A question before something is done."""

    type: Literal["Action.ShowCard"]
    title: Words
    card: Inner


Action = Annotated[Submit | Execute | OpenUrl | Toggle | ShowCard, Field(discriminator="type")]
Actions = Annotated[list[Action], Field(min_length=1, max_length=5)]


class Run(Strict):
    """A stretch of words."""

    type: Literal["TextRun"]
    text: str
    weight: Literal["Bolder"] = "Bolder"
    size: Literal["Small"] = "Small"
    italic: bool = False
    highlight: bool = False
    underline: bool = False
    select_action: OpenUrl | None = None


class Rich(Strict):
    """A paragraph."""

    type: Literal["RichTextBlock"]
    inlines: Annotated[list[Run | str], Field(min_length=1)]
    spacing: Spacing = "Default"


class Heading(Strict):
    """A heading: the only place where Markdown would mean something."""

    type: Literal["TextBlock"]
    text: Words
    style: Literal["heading"]
    size: Literal["Medium", "Large"]
    weight: Literal["Bolder"]
    wrap: Literal[True]


class Container(Strict):
    """Elements on one ground."""

    type: Literal["Container"]
    items: Annotated[list[Element], Field(min_length=1)]
    style: Style = "default"
    id: str = ""
    is_visible: bool = True
    rtl: bool = False


class Column(Strict):
    """A column."""

    type: Literal["Column"]
    width: Literal["stretch", "auto"]
    items: Annotated[list[Element], Field(min_length=1)]
    vertical_content_alignment: Literal["Bottom"] = "Bottom"


class ColumnSet(Strict):
    """Columns beside each other."""

    type: Literal["ColumnSet"]
    columns: Annotated[list[Column], Field(min_length=2, max_length=2)]


class ActionSet(Strict):
    """Buttons beside each other."""

    type: Literal["ActionSet"]
    actions: Actions


class TextInput(Strict):
    """A field to write in."""

    type: Literal["Input.Text"]
    id: Annotated[str, StringConstraints(pattern=r"^field\.")]
    label: Words
    value: str
    max_length: Annotated[int, Field(gt=0)] = 1
    is_multiline: bool = False
    is_required: bool = False
    error_message: str = ""

    @model_validator(mode="after")
    def _says_what_is_wrong(self) -> TextInput:
        if self.is_required and not self.error_message:
            raise ValueError("a needed field has no error message")
        return self


class Option(Strict):
    """One choice."""

    title: Words
    value: Words


class ChoiceInput(Strict):
    """A list to choose from."""

    type: Literal["Input.ChoiceSet"]
    id: Annotated[str, StringConstraints(pattern=r"^field\.")]
    label: Words
    style: Literal["compact"]
    choices: Annotated[list[Option], Field(min_length=1)]
    value: str = ""
    is_required: bool = False
    error_message: str = ""

    @model_validator(mode="after")
    def _chosen_of_the_list(self) -> ChoiceInput:
        if self.value and self.value not in {each.value for each in self.choices}:
            raise ValueError("what is chosen is not in the list")
        if self.is_required and not self.error_message:
            raise ValueError("a needed field has no error message")
        return self


class TableColumn(Strict):
    """A column of a table."""

    width: int


class TableCell(Strict):
    """A cell."""

    type: Literal["TableCell"]
    items: Annotated[list[Rich], Field(min_length=1)]


class TableRow(Strict):
    """A row."""

    type: Literal["TableRow"]
    cells: Annotated[list[TableCell], Field(min_length=1)]


class Table(Strict):
    """A table, its headings first."""

    type: Literal["Table"]
    columns: Annotated[list[TableColumn], Field(min_length=1)]
    first_row_as_headers: Literal[True]
    show_grid_lines: bool
    rows: Annotated[list[TableRow], Field(min_length=1)]

    @model_validator(mode="after")
    def _as_wide_as_it_says(self) -> Table:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("a row is not as wide as the table")
        return self


Element = Annotated[
    Rich | Heading | Container | ColumnSet | ActionSet | TextInput | ChoiceInput | Table,
    Field(discriminator="type"),
]


class Inner(Strict):
    """A card within a card."""

    type: Literal["AdaptiveCard"]
    body: Annotated[list[Element], Field(min_length=1)]
    actions: Actions


class Whole(Strict):
    """A card."""

    type: Literal["AdaptiveCard"]
    version: Literal["1.5"]
    lang: Literal["fi", "sv", "en"]
    fallback_text: Words
    msteams: dict[str, str]
    body: Annotated[list[Element], Field(min_length=1)]
    actions: Actions | None = None


def checked(content: Any) -> Whole:
    """Return a card if Teams would take it: known elements, unique ids, targets, size."""
    whole = Whole.model_validate(content)
    ids = [each["id"] for each in elements(content) if each.get("id")]
    targets = {target for each in elements(content) for target in each.get("targetElements", ())}
    assert len(ids) == len(set(ids)), "two elements have the same id"
    assert targets <= set(ids), "a button unfolds what is not there"
    assert size(content) <= BUDGET
    return whole


def elements(content: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a card."""
    if isinstance(content, dict):
        yield content
    inner = content.values() if isinstance(content, dict) else content
    if isinstance(content, (dict, list)):
        for each in inner:
            yield from elements(each)


for model in (ShowCard, Container, Column, ColumnSet, Inner, Whole):
    model.model_rebuild()
