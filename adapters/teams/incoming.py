"""What came from Teams, in our own words: who, where, what they wrote or pressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from botbuilder.schema import Activity
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from adapters.teams.address import NAME, Address
from adapters.teams.controls import filled_in
from adapters.teams.plain import mention_of, of_html, without_mention
from bot.request import Place, Request, Who
from rules.model import Language

_LANGUAGES: Mapping[str, Language] = {"fi": "fi", "sv": "sv", "en": "en"}
_HTML = "text/html"
_RECORDED = "crisis."

_Short = Annotated[str, StringConstraints(max_length=100)]
_Payload = Annotated[str, StringConstraints(max_length=2000)]


class Press(BaseModel):
    """What our own buttons hand back: a verb, its payload, messages that belong to the card.

    `form` is true of the button that hands a form in.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    verb: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    args: dict[_Short, _Payload] = Field(default_factory=dict, max_length=50)
    also: list[_Short] = Field(default_factory=list, max_length=20)
    form: bool = False

    def request(self, data: Mapping[str, Any], who: Who, place: Place) -> Request:
        """Return what pressing it asks for: its payload, and what was filled in beside it.

        A draft that happens to stand on the same card is not what happened in a crisis: its text
        reaches those verbs from a form alone.
        """
        fields = filled_in(data)
        text = fields.pop("text", "").replace("\r\n", "\n").strip()
        if self.verb.startswith(_RECORDED) and not self.form:
            text = ""
        return Request(self.verb, who, text, {**self.args, **fields}, place)


def who_of(activity: Activity, email: str | None = None) -> Who:
    """Return who did this, as Teams has verified it."""
    sender = activity.from_property
    return Who(
        platform=NAME,
        id=sender.aad_object_id or sender.id or "",
        tenant=tenant_of(activity),
        language=language_of(activity.locale),
        name=sender.name or "",
        email=email,
    )


def tenant_of(activity: Activity) -> str:
    """Return the tenant in which this happened, empty where Teams does not say."""
    data = activity.channel_data
    inner = data.get("tenant") if isinstance(data, Mapping) else None
    named = inner.get("id") if isinstance(inner, Mapping) else None
    return str(activity.conversation.tenant_id or named or "")


def language_of(locale: Any) -> Language | None:
    """Return which of our languages a client speaks (`sv-FI` speaks `sv`), None if none."""
    return _LANGUAGES.get(str(locale or "").partition("-")[0].casefold())


def place_of(activity: Activity) -> Place:
    """Tell a personal chat from one where others read along."""
    kind = activity.conversation.conversation_type
    return "direct" if kind in (None, "", "personal") else "shared"


def address_of(activity: Activity) -> Address:
    """Return where this conversation takes place."""
    return Address(
        service_url=activity.service_url,
        conversation=activity.conversation.id,
        bot=activity.recipient.id or "",
        user=activity.from_property.id or "",
    )


def said(activity: Activity) -> str:
    """Return what somebody wrote, as they read it themselves.

    Teams sends formatted messages twice; the HTML copy alone keeps paragraphs and lists apart.
    """
    entities = [_entity(each) for each in activity.entities]
    text = str(activity.text or "")
    mention = mention_of(entities, activity.recipient.id)
    source = next((_content(a) for a in activity.attachments if _is_html(a)), None)
    if source is None and activity.text_format in ("xml", "html") and "</" in text and not mention:
        source = text
    if source is not None:
        return of_html(source, of_html(mention))
    return without_mention(text, entities, activity.recipient.id)


def press_of(data: Any) -> Press | None:
    """Read what a button handed back, None if it is none of ours."""
    try:
        return Press.model_validate(data)
    except ValidationError:
        return None


def _entity(entity: Any) -> Mapping[str, Any]:
    return {"type": entity.type, **entity.additional_properties}


def _is_html(attachment: Any) -> bool:
    return attachment.content_type == _HTML and isinstance(attachment.content, str)


def _content(attachment: Any) -> str:
    return str(attachment.content)
