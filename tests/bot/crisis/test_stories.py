"""Ten things that happen to Nordic organisations, told from the first minute to the last."""

from __future__ import annotations

import datetime

from bot.city import City, Person, Reach, Unit
from bot.city_file import load_city
from bot.crisis_words import Words
from bot.policy import Deadline, Night, Policy, Readiness, Step
from bot.report import report
from bot.texts import Texts
from tests.bot.crisis.rig import HELSINKI, Rig
from tests.bot.crisis.talk import Talk, buttons, notes, read, verbs
from tests.bot.crisis.town import person, words
from tests.conftest import REPOSITORY


def moment(day: str, clock: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{day}T{clock}:00").replace(tzinfo=HELSINKI)


def paimio(day: str, clock: str, **more: object) -> Talk:
    city = load_city(REPOSITORY / "deploy" / "city").model_copy(update=more)
    return Talk(Rig(city, moment(day, clock), "paimio"))


async def test_1_a_school_burns() -> None:
    """A teacher's message is enough; departments have it, the lead is chased until he has it."""
    talk = paimio("2026-06-03", "10:05")
    rig = talk.rig
    answer = await talk.say("opettaja", "report", "koululla palaa")
    assert "112" in notes(answer)[0]
    assert rig.pinged() == ["viestintasuunnittelija", "hallintojohtaja"]

    await rig.until("10:06")
    ping = rig.chat.to("viestintasuunnittelija", "ping")[0].card
    preview = await talk.press("viestintasuunnittelija", ping, "preview", unit="sivistys")
    assert "Onerva Esimerkkinen" in read(preview) and "5 min" in read(preview)
    await talk.press("viestintasuunnittelija", preview, "open", "Koululla palaa", unit="sivistys")
    rig.id = (await rig.crises.open())[0].id
    assert {"kaupunginjohtaja", "sivistysjohtaja"} <= set(rig.pinged())
    assert rig.pinged("inform") == ["tietohallintopaallikko"]
    assert "ohjaaja" in rig.pinged("pause")

    await rig.until("10:08")
    await talk.takes("sivistysjohtaja")
    crisis = await rig.until("10:09")
    seen = [card for key, card in rig.chat.updates if "U-opettaja" in key or "opettaja" in key]
    assert "koppi kello 10:08" in read(seen[-1])
    assert crisis.lead is None and "ei vielä kukaan" in notes(seen[-1])[0]

    await rig.until("10:11")
    assert len(rig.chat.to("kaupunginjohtaja", "ping", "remind")) == 2
    await rig.until("10:13")
    await talk.takes("kaupunginjohtaja")
    crisis = await rig.crises.load(rig.id)
    assert crisis.lead == "kaupunginjohtaja" and crisis.halted
    banner = await talk.desk.banner("fi")
    assert "Onerva Esimerkkinen" in repr(banner) and "P-6.7" in repr(banner)

    await rig.until("13:40")
    await talk.say("kaupunginjohtaja", "down", crisis=rig.id)
    assert any("opettaja" in copy.person for copy in rig.chat.copies if copy.purpose == "over")
    text = report(await rig.crises.load(rig.id), rig.store.clock, "fi")
    assert "Mitä muutetaan" in text and "7 min" in text


async def test_2_the_water_is_bad_and_the_manager_is_on_leave() -> None:
    """The deputy is asked at once; a department's answer does not make it the lead's."""
    talk = paimio("2026-06-06", "21:30")
    rig = talk.rig
    rig.away("kaupunginjohtaja", days=2)
    await talk.say("teknikko", "report", "Vedessä on bakteereja")
    await rig.until("21:31")
    await talk.opens("viestintasuunnittelija", "Vedessä on bakteereja", unit="tekniset")
    told = rig.chat.to("kaupunginjohtaja")
    assert [copy.purpose for copy in told] == ["inform"]
    assert "Veli Näytelmä" in read(told[0].card)
    asked = rig.chat.to("hallintojohtaja", "ping")[-1].card
    assert "Onerva Esimerkkinen" in notes(asked)[1]

    await rig.until("21:46")
    await talk.takes("tekninen-johtaja")
    board = await talk.say("viestintasuunnittelija", "status", crisis=rig.id)
    assert notes(board)[0] == "Viestinnän johto: ei vielä kukaan."
    await rig.until("21:51")
    await talk.takes("hallintojohtaja")
    assert (await rig.crises.load(rig.id)).lead == "hallintojohtaja"
    advice = read(rig.chat.to("tekninen-johtaja", "ping")[0].card)
    assert "verkkosivulla" in advice


async def test_2_without_a_deputy_nobody_is_made_up() -> None:
    """Where no deputy is named, the bot says so within the minute and chooses none."""
    talk = paimio("2026-06-06", "21:30")
    rig = talk.rig
    people = tuple(p.model_copy(update={"substitute": None}) for p in rig.city.people)
    rig.city = rig.city.model_copy(update={"people": people})
    rig.away("kaupunginjohtaja", days=2)
    crisis = await talk.opens("viestintasuunnittelija", "Vedessä on bakteereja", unit="tekniset")

    assert crisis.alone == {"kaupunginjohtaja": "away"}
    alarm = rig.chat.to("viestintasuunnittelija", "alarm")[0].card
    assert "sijaista ei ole nimetty" in read(alarm) and "040 000 2001" in read(alarm)


async def test_3_a_storm_of_feedback_is_not_a_crisis_until_it_is() -> None:
    """A playground makes people angry: one head is asked. Threats come: the head raises it."""
    rights = {"open": ("tekninen-johtaja", "viestintasuunnittelija"), "stand_down": ()}
    talk = paimio("2026-06-02", "17:20", rights=rights)
    rig = talk.rig
    await talk.opens("viestintasuunnittelija", "Leikkipuisto", policy="palaute", unit="tekniset")
    assert rig.pinged() == ["tekninen-johtaja"]
    await rig.until("17:34")
    await talk.takes("tekninen-johtaja")
    crisis = await rig.until("20:00")
    assert crisis.halted and "kaupunginjohtaja" not in rig.pinged()

    board = await talk.say("tekninen-johtaja", "status", crisis=rig.id)
    raised = await talk.press("tekninen-johtaja", board, "preview", policy="kriisi")
    await talk.press("tekninen-johtaja", raised, "open", "Uhkauksia", unit="tekniset")
    crisis = await rig.crises.load(rig.id)
    assert crisis.plan.policy == "kriisi" and "kaupunginjohtaja" in rig.pinged()
    assert "tekninen-johtaja" in crisis.answers  # whoever raises it has it


async def test_4_a_client_list_in_a_picture() -> None:
    """The strategy names nobody: the city's own setting does, labelled so; 72 hours run."""
    leak = Policy(
        id="vuoto",
        name=words("Tietovuoto"),
        lead="dpo",
        steps=(Step(notify=("channel_lead", "dpo"), wait=10),),
        deadline=Deadline(hours=72, label=words("72 tuntia")),
    )
    people = (
        person("liisa", "channel_lead"),
        person("tarja", "dpo", substitute="risto"),
        person("risto"),
        person("omistaja"),
    )
    city = City(
        city="Helsinki",
        pack="helsinki-sote",
        people=people,
        rights={"open": ("omistaja",), "stand_down": ("tarja", "risto")},
        crisis=Readiness(policies=(leak,), duty=("omistaja",)),
    )
    talk = Talk(Rig(city, moment("2026-06-04", "09:15")))
    rig = talk.rig
    await talk.opens("omistaja", "Asiakaslista kuvassa")
    assert set(rig.pinged()) == {"liisa", "tarja"}
    await rig.until("09:18")
    await talk.takes("liisa")
    board = read(await talk.say("omistaja", "status", crisis=rig.id))
    assert Texts("fi").say("crisis-basis-configuration") in board
    assert "('72 tuntia', '7.6. 09:15')" in board

    rig.away("tarja")
    crisis = await rig.until("09:26")
    assert "risto" in rig.pinged() and "poissa" in read(
        await talk.say("omistaja", "status", crisis=rig.id)
    )
    await talk.takes("risto")
    await rig.until("12:00")
    await talk.say("risto", "down", crisis=rig.id, lesson="Kuvalle tarkistuslista")
    crisis = await rig.crises.load(rig.id)
    assert "Kuvalle tarkistuslista" in report(crisis, rig.store.clock, "fi")


async def test_5_the_page_of_the_swimming_hall_is_hijacked() -> None:
    """The secretary is on leave: her deputy is asked at once; the manager is told, not asked."""
    hijack = Policy(
        id="kaappaus",
        name=words("Tili kaapattu"),
        steps=(Step(notify=("ict_secretary",), inform=("city_manager",), wait=10, remind=10),),
        basis="guideline",
        source="S-3",
        advice=(words("Vaihda tunnukset ja tarkista muut ylläpitäjät."),),
    )
    people = (
        person("sihteeri", "ict_secretary", substitute="hallinto"),
        person("hallinto"),
        person("kunnanjohtaja", "city_manager"),
        person("uimahalli"),
    )
    city = City(
        city="Suomussalmi",
        pack="suomussalmi",
        people=people,
        rights={"open": ("uimahalli",), "stand_down": ("hallinto",)},
        crisis=Readiness(policies=(hijack,), duty=("uimahalli",)),
    )
    talk = Talk(Rig(city, moment("2026-07-05", "07:50")))
    rig = talk.rig
    rig.away("sihteeri", days=20)
    await talk.opens("uimahalli", "Sivulla myydään arpoja")
    assert rig.pinged() == ["hallinto"] and rig.pinged("inform") == ["kunnanjohtaja", "sihteeri"]
    await rig.until("08:00")
    assert len(rig.chat.to("hallinto", "ping", "remind")) == 2
    await rig.until("08:04")
    await talk.takes("hallinto")
    crisis = await rig.until("11:30")
    assert crisis.halted and crisis.open
    ping = read(rig.chat.to("hallinto", "ping")[0].card)
    assert "Vaihda tunnukset" in ping
    await talk.say("hallinto", "down", crisis=rig.id)
    assert not (await rig.crises.load(rig.id)).open


async def test_6_the_power_goes_at_night() -> None:
    """At night the list alone is pinged; two heads are asked in the morning; updates are thin."""
    storm = Policy(
        id="myrsky",
        name=words("Myrsky"),
        lead="city_manager",
        updates=30,
        steps=(Step(notify=("city_manager", "department_head"), wait=10),),
    )
    watch = Policy(id="seuranta", name=words("Seuranta"))
    people = (
        person("kunnanjohtaja", "city_manager"),
        person("sivistys", substitute="sijainen"),
        person("sijainen"),
        person("tekninen"),
        person("paivystaja"),
        person("talonmies"),
    )
    units = (
        Unit(id="a", name=words("sivistys"), people={"department_head": "sivistys"}),
        Unit(id="b", name=words("tekninen"), people={"department_head": "tekninen"}),
    )
    night = Night(
        start=datetime.time(22), end=datetime.time(6), people=("kunnanjohtaja", "paivystaja")
    )
    city = City(
        city="Suomussalmi",
        pack="suomussalmi",
        people=people,
        units=units,
        rights={"open": ("paivystaja", "kunnanjohtaja"), "stand_down": ("kunnanjohtaja",)},
        crisis=Readiness(policies=(storm, watch), duty=("paivystaja",), night=night),
    )
    talk = Talk(Rig(city, moment("2026-11-02", "02:10")))
    rig = talk.rig
    await talk.say("talonmies", "report", "Sähköt poikki")
    preview = await talk.takes("paivystaja", "preview")
    await talk.press("paivystaja", preview, "open", "Sähköt poikki")
    rig.id = (await rig.crises.open())[0].id
    assert set(rig.pinged()) == {"paivystaja", "kunnanjohtaja"}
    await rig.until("02:19")
    await talk.takes("kunnanjohtaja")

    await rig.until("05:30")
    rig.away("sivistys", days=1)
    await rig.sweep.run()
    for head in ("sivistys", "tekninen"):
        await talk.say("paivystaja", "add", crisis=rig.id, person=head, ask="Mikä on kiinni klo 8?")
    assert "Mikä on kiinni klo 8?" in read(rig.chat.to("tekninen", "ping")[0].card)
    assert rig.chat.to("sijainen", "ping")
    before = len([key for key, _ in rig.chat.updates if ":ping:kunnanjohtaja:" in key])
    for minute in range(31, 59, 3):
        await rig.until(f"05:{minute}")
        await talk.say("paivystaja", "note", crisis=rig.id, note=f"Tilanne {minute}")
    after = [key for key, _ in rig.chat.updates if ":ping:kunnanjohtaja:" in key]
    assert len(after) - before <= 1

    await rig.until("12:00")
    lowered = await talk.say("paivystaja", "preview", crisis=rig.id, policy="seuranta")
    await talk.press("paivystaja", lowered, "open", "Sähköt palaavat", policy="seuranta")
    crisis = await rig.until("18:00")
    assert crisis.plan.policy == "seuranta" and crisis.open
    await talk.say("kunnanjohtaja", "down", crisis=rig.id)
    assert {"sijainen", "tekninen", "talonmies"} <= {
        copy.person for copy in rig.chat.copies if copy.purpose == "over"
    }


async def test_7_violence_in_a_care_unit() -> None:
    """Leads are asked, the ill one's officer too; every scheduled post waits for a human's hand."""
    silence = Policy(
        id="hiljaa",
        name=words("Kanavat hiljaa"),
        lead="channel_lead",
        steps=(Step(notify=("channel_lead",), wait=4),),
        advice=(words("Poliisi johtaa ja tiedottaa. Ei aihetunnisteita."),),
    )
    people = (
        person("paa1", "channel_lead"),
        person("paa2", "channel_lead", substitute="vastaava"),
        person("vastaava"),
        person("pitaja"),
        person("vuoro"),
    )
    accounts = [
        {"id": f"tili{n}", "platform": "facebook", "people": {"maintainer": ["pitaja"]}}
        for n in (1, 2)
    ]
    city = City.model_validate(
        {
            "city": "Helsinki",
            "pack": "helsinki-sote",
            "people": people,
            "accounts": accounts,
            "rights": {"open": ("vuoro",), "stand_down": ("paa1",)},
            "crisis": Readiness(policies=(silence,), duty=("vuoro",)),
        }
    )
    talk = Talk(Rig(city, moment("2026-06-05", "15:40")))
    rig = talk.rig
    rig.away("paa2", days=1)
    await talk.opens("vuoro", "Väkivaltaa yksikössä")
    assert set(rig.pinged()) == {"paa1", "vastaava"}
    await rig.until("15:43")
    await talk.takes("paa1")
    await talk.takes("vastaava")
    paused = await talk.takes("pitaja", "pause")
    assert "Somehelp ei tee sitä" in read(paused)
    crisis = await rig.until("10:00", days=3)
    assert crisis.open and crisis.lead == "paa1"
    await talk.say("paa1", "down", crisis=rig.id)
    last = rig.chat.to("pitaja", "over")[0].card
    assert "yksi kerrallaan" in read(last) and buttons(last) == []


async def test_8_a_rumour_in_election_week() -> None:
    """An elected official, who has no line manager, asks for help; the manager has it at last."""
    talk = paimio("2026-04-15", "12:00")
    rig = talk.rig
    answer = await talk.say("hallituksen-pj", "report", "Minusta kiertää väärä huhu")
    assert "Aune Sanala" in answer.title
    await talk.opens("viestintasuunnittelija", "Väärä huhu", unit="keskushallinto")
    await rig.until("12:25")
    await talk.takes("kaupunginjohtaja")
    crisis = await rig.crises.load(rig.id)
    assert crisis.lead == "kaupunginjohtaja"
    assert len(rig.chat.to("kaupunginjohtaja", "remind")) >= 4
    await rig.until("16:00")
    await talk.say("kaupunginjohtaja", "down", crisis=rig.id)
    assert not (await rig.crises.load(rig.id)).open


async def test_9_fire_in_a_hospital_wing() -> None:
    """The guideline names no crisis role; whoever is on call is asked, at night, in Swedish."""

    def svensk(name: str, *roles: str, substitute: str | None = None) -> Person:
        return Person(
            id=name,
            name=name.capitalize(),
            office=words("tjänst"),
            roles=roles,
            substitute=substitute,
            reach=Reach(slack=f"U-{name}", phone="070 000 00 01"),
        )

    fire = Policy(
        id="brand",
        name=words("Brand"),
        lead="tib",
        steps=(Step(notify=("tib", "line_chief"), wait=10),),
    )
    log = Policy(id="logg", name=words("Loggbok"))
    city = City(
        city="Värmland",
        pack="varmland",
        language="sv",
        people=(
            svensk("tib", "tib"),
            svensk("chef", "line_chief", substitute="bitr"),
            svensk("bitr"),
        ),
        rights={"open": ("tib",), "stand_down": ("tib",)},
        crisis=Readiness(policies=(fire, log), duty=("tib",), timezone="Europe/Stockholm"),
    )
    talk = Talk(Rig(city, moment("2026-06-07", "04:05")))  # 03:05 in Karlstad
    rig = talk.rig
    await talk.say("skoterska", "report", "Det brinner i flygel B", "sv")
    ping = rig.chat.to("tib", "ping")[0].card
    assert ping.language == "sv" and "Anmälan" in ping.title and "03:05" in read(ping)
    await rig.until("04:07")
    preview = await talk.press("tib", ping, "preview")
    await talk.press("tib", preview, "open", "Det brinner i flygel B")
    rig.id = (await rig.crises.open())[0].id
    await rig.until("04:18")
    crisis = await rig.crises.load(rig.id)
    assert crisis.lead == "tib" and "bitr" in rig.pinged()
    assert "Jag tar det" in read(rig.chat.to("bitr", "ping")[0].card)
    await talk.takes("bitr")
    crisis = await rig.until("07:00")
    assert crisis.halted
    to_log = await talk.say("tib", "preview", "", "sv", crisis=rig.id, policy="logg")
    await talk.press("tib", to_log, "open", "Eftersläckning", policy="logg")
    sent = len(rig.chat.copies)
    crisis = await rig.until("09:00")
    assert crisis.open and len(rig.chat.copies) == sent


async def test_10_a_drill_that_finds_two_gaps_and_stops_for_something_real() -> None:
    """HARJOITUS first and last; a real report freezes it; the report names roles, not people."""
    talk = paimio("2026-06-04", "13:00")
    rig = talk.rig
    people = tuple(
        p.model_copy(update={"substitute": None}) if p.id == "tekninen-johtaja" else p
        for p in rig.city.people
    )
    policy = rig.city.crisis.policies[0]
    first = policy.steps[0].model_copy(update={"notify": (*policy.steps[0].notify, "it", "dpo")})
    steps = (first, *policy.steps[1:])
    ready = rig.city.crisis.model_copy(
        update={
            "policies": (policy.model_copy(update={"steps": steps}),),
            "drill": (*rig.city.crisis.drill, "tietohallintopaallikko"),
        }
    )
    rig.city = rig.city.model_copy(update={"people": people, "crisis": ready})
    rig.away("tekninen-johtaja")

    preview = await talk.say("kaupunginjohtaja", "drill", "Koululla palaa (harjoitus)")
    await talk.press("kaupunginjohtaja", preview, "open", "Koululla palaa")
    drill = (await rig.crises.open())[0]
    rig.id = drill.id
    ping = rig.chat.to("sivistysjohtaja", "ping")[0].card
    assert ping.title.startswith("HARJOITUS")
    assert notes(ping)[0].startswith("HARJOITUS") and notes(ping)[-1].startswith("HARJOITUS")
    await rig.until("13:03")
    await talk.takes("sivistysjohtaja")

    await rig.until("13:20")
    await talk.say("kuljettaja", "report", "Kolari kouluauton kanssa")
    await rig.sweep.run()
    await rig.pager.tick()
    drill = await rig.crises.load(drill.id)
    assert drill.frozen
    assert "HARJOITUS KESKEYTETTY" in notes(rig.chat.to("sivistysjohtaja", "frozen")[0].card)[1]
    real = next(c for c in await rig.crises.open() if c.id != drill.id)
    assert real.mode == "report" and not real.drill

    await rig.until("13:30")
    waits = await talk.say("kaupunginjohtaja", "drill", crisis=drill.id, do="resume")
    assert "Oikea kriisi" in waits.title
    await talk.say("viestintasuunnittelija", "not", crisis=real.id)
    await rig.until("13:50")
    await talk.say("kaupunginjohtaja", "drill", crisis=drill.id, do="resume")
    assert (await rig.crises.load(drill.id)).frozen is None
    await talk.say("kaupunginjohtaja", "down", crisis=drill.id)

    drill = await rig.crises.load(drill.id)
    text = report(drill, rig.store.clock, "fi")
    table = text.partition("## Mitä puuttui")[0]
    assert "| toimialajohtaja | " in table and "3 min" in table
    assert "Hilkka" not in table.partition("## Kuka vastasi")[2]
    gaps = text.partition("## Mitä puuttui")[2]
    assert "Ilpo Kaavio" in gaps and "sijaista ei ole nimetty" in gaps
    assert "kahdessa roolissa" in gaps
    assert verbs(rig.chat.to("sivistysjohtaja", "over")[0].card) == []
    assert Words(drill, "fi", rig.store.clock).title.startswith("HARJOITUS")
