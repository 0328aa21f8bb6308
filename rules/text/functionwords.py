"""The commonest short words of the three languages: they tell a language and start sentences."""

from __future__ import annotations

from rules.model import Language

_WORDS: dict[Language, str] = {
    "fi": """
        ja on ei se että oli hän mutta ovat kun niin kuin tai myös joka sekä jos ole vain nyt sen
        voi olla mukaan kanssa mitä tämä ne jo siitä jälkeen ennen vielä me minä sinä te he ollut
        kaikki kaikille hyvin kuitenkin tänään huomenna eilen klo sitten koska sekä eli ettei eikä
        meidän teidän heidän hänen minun sinun niiden tämän joita jotka jonka johon jossa missä
        siellä täällä tule tulkaa tervetuloa kiitos hei moi terveisin lisätietoja lisää uusi uuden
        uudet saa pitää tulee täytyy ilman alkaen asti noin yli alle välillä aikana kautta varten
        vuoden vuonna viikolla päivä päivänä joten vaikka onko emme ette eivät olemme olette ovat
        olisi voit voitte ota ottaa auki kiinni maanantaina tiistaina keskiviikkona torstaina
        perjantaina lauantaina sunnuntaina arkisin tammikuuta helmikuuta maaliskuuta huhtikuuta
        toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
        sinulle meille teille heille hänelle siihen tähän tästä tässä näin kuka mikä miten miksi
        milloin paljon kaksi kolme ensi viime jokainen jokaisen muut muu muun itse ihan aina
    """,
    "sv": """
        och i att det som en på är av för med till den har de inte om ett han men var jag sig från
        vi så kan när hon nu ska skall vid också efter eller hade under mot bara utan finns alla vad
        dem mycket där här blir få ut upp även då över sedan sin sitt sina dig dig mig oss er ni
        vår vårt våra din ditt dina hur genom mellan några någon något andra varje denna detta dessa
        mer än kommer välkommen välkomna tack hej idag imorgon igår kl vill måste får bli blev varit
        vara göra gör ta tar gå går ser säger år året dag dagen måndag tisdag onsdag torsdag fredag
        lördag söndag januari februari mars maj juni juli augusti oktober öppet stängt mer läs
        mellan innan tills därför eftersom vilken vilket vilka är hos inom samt dock ännu redan
        hela flera många ny nya nytt första andra våra ert era deras hans hennes
    """,
    "en": """
        the of and to in a is that for it as was with be by on not he i this are or his from at
        which but have an had they you were their one all we can her has there been if more when
        will would who so no she other its may these what them than some him time into only could
        new then do any my now about our your how out up over after also did many before must
        through where much should well please welcome thanks hello today tomorrow yesterday closed
        monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december here us me just see read come let
        yes hi dear regards love nice great good best place food service staff like know think
        really never always everyone anyone something nothing today's thank sorry sure still
        am im ive dont over off very even because again back first last next need want make get go
        going got take use using used find call ask work help long way day days week month year
        people time part news info website link page free mr mrs mister
        don't it's we're you're i'm can't isn't does every each during between while because until
    """,
}

FUNCTION_WORDS: dict[str, frozenset[Language]] = {}
"""Each word and the languages in which it is common."""

for _language, _words in _WORDS.items():
    for _word in _words.split():
        FUNCTION_WORDS[_word] = FUNCTION_WORDS.get(_word, frozenset()) | {_language}
