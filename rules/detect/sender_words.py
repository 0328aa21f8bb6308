"""The words of signing, greeting, thanking and working together, in fi, sv and en."""

from __future__ import annotations

SIGN_OFFS = frozenset(
    """terveisin terkuin terveiset terveisiä terkut terkkuja terv t ystävällisesti ystävällisin
    nimim hälsar hälsningar hälsning mvh vänligen vänliga greetings regards yours cheers from
    från sincerely terveisemme lähettäjä avsändare sender""".split()
)
GREETINGS = SIGN_OFFS | frozenset(
    """hei moi moikka heippa terve tervehdys huomenta päivää iltaa moro hej hejsan god morgon
    hello hi morning""".split()
)
SPEECH = frozenset(
    """tiedottaa ilmoittaa muistuttaa toivottaa toivottavat toivoo toivovat kiittää kiittävät
    onnittelee tervehtii kutsuu kutsuvat vinkkaa suosittelee tiedottavat pahoittelee
    informerar meddelar påminner önskar hälsar bjuder tackar tipsar gratulerar beklagar hoppas
    informs announces reminds wishes wish invites invite thanks recommends congratulates
    apologises apologizes hopes""".split()
)
ORGANISES = frozenset(
    """järjestää järkkää järjestävät järjestäjä järjestäjänä tarjoaa arrangerar arrangör anordnar
    presents organises organizes organiser organizer""".split()
)
FILLERS = (
    GREETINGS
    | SPEECH
    | ORGANISES
    | frozenset(
        """väki tiimi porukka poppoo koko oma omaa virallinen virallista kanava sivu tili palvelu
        henkilökunta ja sekä och and the team teamet vi me we täällä tässä här here this is
        it's på
        i in at of vid teidän er ert era your our vår allihop kaikille kaikki alla everyone
        everybody med best kind by av puolesta toimitti lukijoille seuraajat""".split()
    )
)
WE = frozenset("me meidän meillä meiltä meille vi vår våra oss we our täällä here här".split())
HERE = frozenset(("täällä", "här", "here"))
PREPOSITIONS = frozenset("på i från vid hos at in from of the".split())
PARTNERS = frozenset(
    """yhdessä yhteistyössä mukana kumppanina kumppani vieraana tillsammans samarbete ihop
    together cooperation partnership collaboration""".split()
)
AFTER_PARTNER = frozenset(("kanssa", "kera"))
SPOKEN_TO = frozenset(
    """kiitos kiitokset tack thanks thank onnea onneksi grattis congratulations congrats
    kuva
    kuvat foto bild bilder photo photos video via rt lähde källa source seuraa följ follow katso
    kysy fråga ask soita ring call lue läs read tutustu tägää paikka plats venue paikkana
    kohde""".split()
)
