"""Makes rules/text/sv_paradigms.tsv and en_paradigms.tsv: run it after adding verbs or nouns.

It takes every base form that the plain-language packs look for or suggest, and writes the verbs and
nouns whose forms it can prove: each form made by rule is looked up in simplemma's dictionary and
must lead back to the same word. A word that fails is left out; the rules then only give advice.

    python tools/sv_en_paradigms.py
"""

from __future__ import annotations

import re
from pathlib import Path

import simplemma
from ruamel.yaml import YAML

_ROOT = Path(__file__).parents[1] / "rules"

_SV_STRONG = """
få får fick fått få|ge ger gav gett ge|gå går gick gått gå|se ser såg sett se|ta tar tog tagit ta
göra gör gjorde gjort gör|vara är var varit var|ha har hade haft ha|bli blir blev blivit bli
bo bor bodde bott bo|hålla håller höll hållit håll|lägga lägger lade lagt lägg
sätta sätter satte satt sätt|låta låter lät låtit låt|komma kommer kom kommit kom
skriva skriver skrev skrivit skriv|dra drar drog dragit dra|bära bär bar burit bär
ligga ligger låg legat ligg|finna finner fann funnit finn|sälja säljer sålde sålt sälj
välja väljer valde valt välj|stå står stod stått stå|bjuda bjuder bjöd bjudit bjud
skjuta skjuter sköt skjutit skjut|be ber bad bett be|nå når nådde nått nå
leda leder ledde lett led|riva river rev rivit riv|föra för förde fört för
kunna kan kunde kunnat -|följa följer följde följt följ|bringa bringar bringade bringat bringa
taga tager tog tagit tag|giva giver gav givit giv|draga drager drog dragit drag
finnas finns fanns funnits -|minnas minns mindes mints minns|sköta sköter skötte skött sköt
möta möter mötte mött möt|köra kör körde kört kör|hyra hyr hyrde hyrt hyr
lära lär lärde lärt lär|begära begär begärde begärt begär|höra hör hörde hört hör
utgöra utgör utgjorde utgjort utgör|störa stör störde stört stör|göras görs gjordes gjorts -
stödja stödjer stödde stött stöd|använda använder använde använt använd
sända sänder sände sänt sänd|säga säger sade sagt säg|känna känner kände känt känn
vinna vinner vann vunnit vinn|bestämma bestämmer bestämde bestämt bestäm
stämma stämmer stämde stämt stäm|tömma tömmer tömde tömt töm|byta byter bytte bytt byt
fästa fäster fäste fäst fäst|hjälpa hjälper hjälpte hjälpt hjälp|gömma gömmer gömde gömt göm
sluta slutar slutade slutat sluta|flyta flyter flöt flutit flyt|samla samlar samlade samlat samla
samordna samordnar samordnade samordnat samordna|städa städar städade städat städa
tolka tolkar tolkade tolkat tolka|sortera sorterar sorterade sorterat sortera
utnyttja utnyttjar utnyttjade utnyttjat utnyttja|uppsäga uppsäger uppsade uppsagt uppsäg
bibehålla bibehåller bibehöll bibehållit bibehåll|påminna påminner påminde påmint påminn
bordlägga bordlägger bordlade bordlagt bordlägg|kungöra kungör kungjorde kungjort kungör
upphandla upphandlar upphandlade upphandlat upphandla
överensstämma överensstämmer överensstämde överensstämt överensstäm
åtnjuta åtnjuter åtnjöt åtnjutit åtnjut|utreda utreder utredde utrett utred
kartlägga kartlägger kartlade kartlagt kartlägg|jämföra jämför jämförde jämfört jämför
ifylla ifyller ifyllde ifyllt ifyll|inleverera inlevererar inlevererade inlevererat inleverera
synliggöra synliggör synliggjorde synliggjort synliggör|bevilja beviljar beviljade beviljat bevilja
"""
_SV_PREFIXES = """er för be in ut av an å åter till upp över under med mot ner ned fram sam vid om
på efter iordning iordnings säker tillhanda ibruk ianspråk tillvara inne före hand tillkänna
sammans samman sätt kvar igång bort ute offentlig hopp und ihåg undan åstad genom
ren möjlig syn tillgänglig fast för iakt""".split()
_SV_WITHOUT_PASSIVE = frozenset("vara kunna bli ha få gå bo stå tänka".split())
_SV_BEGINNING = ("börja", "sluta")  # what is begun (`påbörjas`) begins (`börjar`)
_OLD = ("taga", "giva", "draga")
_SV_NOUNS = """
problematik problematiken - -|problem problemet problem problemen
strategi strategin strategier strategierna|plan planen planer planerna
handlingsplan handlingsplanen handlingsplaner handlingsplanerna
sammanträde sammanträdet sammanträden sammanträdena|möte mötet möten mötena
sammankomst sammankomsten sammankomster sammankomsterna|träff träffen träffar träffarna
koncept konceptet koncept koncepten|idé idén idéer idéerna
frågeställning frågeställningen frågeställningar frågeställningarna|fråga frågan frågor frågorna
dröjsmål dröjsmålet dröjsmål dröjsmålen|försening förseningen förseningar förseningarna
föreskrift föreskriften föreskrifter föreskrifterna|regel regeln regler reglerna
vårdnadshavare vårdnadshavaren vårdnadshavare vårdnadshavarna
förälder föräldern föräldrar föräldrarna|avskrift avskriften avskrifter avskrifterna
kopia kopian kopior kopiorna|hållplatsläge hållplatsläget hållplatslägen hållplatslägena
hållplats hållplatsen hållplatser hållplatserna|vägsträcka vägsträckan vägsträckor vägsträckorna
väg vägen vägar vägarna|befattning befattningen befattningar befattningarna
tjänst tjänsten tjänster tjänsterna|olägenhet olägenheten olägenheter olägenheterna
besvär besväret besvär besvären|väderlek väderleken - -|väder vädret väder vädren
byggnation byggnationen byggnationer byggnationerna|bygge bygget byggen byggena
byggprojekt byggprojektet byggprojekt byggprojekten|lokalitet lokaliteten lokaliteter lokaliteterna
lokal lokalen lokaler lokalerna|samverkan samverkan - -|samarbete samarbetet samarbeten samarbetena
tidsperiod tidsperioden tidsperioder tidsperioderna|tid tiden tider tiderna
taxa taxan taxor taxorna|pris priset priser priserna
klientavgift klientavgiften klientavgifter klientavgifterna|avgift avgiften avgifter avgifterna
entréavgift entréavgiften entréavgifter entréavgifterna|inträde inträdet inträden inträdena
grönområde grönområdet grönområden grönområdena|park parken parker parkerna
tomtmark tomtmarken - -|tomt tomten tomter tomterna|tidpunkt tidpunkten tidpunkter tidpunkterna
undervisningsgrupp undervisningsgruppen undervisningsgrupper undervisningsgrupperna
klass klassen klasser klasserna|abonnent abonnenten abonnenter abonnenterna
kund kunden kunder kunderna|dag dagen dagar dagarna
"""
_EN_IRREGULAR = """
be is was been being|begin begins began begun beginning|build builds built built building
buy buys bought bought buying|choose chooses chose chosen choosing|come comes came come coming
cut cuts cut cut cutting|deal deals dealt dealt dealing|do does did done doing
find finds found found finding|get gets got got getting|give gives gave given giving
go goes went gone going|have has had had having|keep keeps kept kept keeping
know knows knew known knowing|leave leaves left left leaving|let lets let let letting
lose loses lost lost losing|make makes made made making|mean means meant meant meaning
meet meets met met meeting|pay pays paid paid paying|put puts put put putting
read reads read read reading|say says said said saying|see sees saw seen seeing
sell sells sold sold selling|send sends sent sent sending|set sets set set setting
show shows showed shown showing|speed speeds sped sped speeding|spend spends spent spent spending
take takes took taken taking|tell tells told told telling|think thinks thought thought thinking
understand understands understood understood understanding
withhold withholds withheld withheld withholding|write writes wrote written writing
undergo undergoes underwent undergone undergoing|bring brings brought brought bringing
undertake undertakes undertook undertaken undertaking|hold holds held held holding
foresee foresees foresaw foreseen foreseeing|partake partakes partook partaken partaking
"""
_EN_DOUBLING = frozenset(
    "stop plan permit submit commit incur omit remit defer prefer refer transmit allot".split()
)
_EN_NOUNS = """dwelling home receptacle container residence abode habitation methodology method
objective aim goal modification change amendment alteration requirement need personnel
purchaser buyer proprietor owner lessee tenant lessor landlord motorist driver footway pavement
carriageway road thoroughfare enquiry inquiry question entitlement right portion part component
indication sign locality area location place parameter limit capability ability proficiency skill
competence competency operative worker occupant obligation duty occupier remuneration
expenditure cessation end timeframe outcome result statute law tariff price vicinity juncture time
initiative plan prerequisite individual person gratuity tip purveyor seller""".split()


def main() -> None:
    """Write both tables."""
    for language, rows in (("sv", _swedish(_words("sv"))), ("en", _english(_words("en")))):
        text = "".join("\t".join(row) + "\n" for row in sorted(rows))
        (_ROOT / "text" / f"{language}_paradigms.tsv").write_text(text, "utf-8")


def _words(language: str) -> set[str]:
    """Return every base form that the pack looks for, and every first word that it suggests."""
    found: set[str] = set()
    for path in sorted((_ROOT / "packs" / f"plain-{language}").glob("*.yaml")):
        for rule in YAML(typ="safe").load(path.read_text("utf-8")).get("rules", ()):
            for item in rule["detect"].get("terms", {}).get("items", ()):
                term, wanted = _term(item)
                found.update(w for e in term.split() for w in e.lstrip("?").split("|"))
                found.update(part.split()[0] for part in re.split(r",\s+", wanted) if part)
    return {word.lower() for word in found if re.fullmatch(r"[a-zåäöA-ZÅÄÖ-]+", word)}


def _term(item: object) -> tuple[str, str]:
    if isinstance(item, str):
        return item, ""
    if not isinstance(item, dict):
        raise TypeError(item)
    if "term" in item:
        wanted = item.get("replace", "")
        return item["term"], wanted if isinstance(wanted, str) else ", ".join(wanted)
    ((term, wanted),) = item.items()
    return term, wanted


def _swedish(words: set[str]) -> list[tuple[str, ...]]:
    rows = [("noun", *line.split()) for line in _lines(_SV_NOUNS)]
    for word in sorted(words):
        parts = _swedish_verb(word)
        if parts:
            rows.append(("verb", *parts, *_s_forms(parts)))
    return rows


def _swedish_verb(word: str) -> tuple[str, ...] | None:
    for line in _lines(_SV_STRONG):
        base, *forms = line.split()
        prefix = word.removesuffix(base)
        if word == base:
            return (word, *forms)
        if word.endswith(base) and prefix in _SV_PREFIXES:
            made = tuple(prefix + form for form in forms)
            if base in _OLD or any(_is("sv", form, word) for form in made[:3]):
                return (word, *(form if form[-1] != "-" else "-" for form in made))
    if not word.endswith("a") or len(word) < 4:
        return None
    stem = word[:-1]
    for past in ("de", "te"):
        if _is("sv", stem + "er", word) and simplemma.is_known(stem + past, lang="sv"):
            supine = stem if stem.endswith("tt") else stem + "t"
            if not stem.endswith(("d", "mm", "nn")):
                return (word, stem + "er", stem + past, supine, stem)
    if _is("sv", word + "r", word):
        return (word, word + "r", word + "de", word + "t", word)
    return None


def _s_forms(parts: tuple[str, ...]) -> tuple[str, ...]:
    infinitive, present, past, supine = parts[:4]
    if infinitive in _SV_BEGINNING:
        return parts[:4]
    passive = _present_passive(infinitive, present)
    if passive is None:
        return ("-",) * 4
    return (infinitive + "s", passive, past + "s", supine + "s")


def _present_passive(infinitive: str, present: str) -> str | None:
    if infinitive.endswith("s") or infinitive in _SV_WITHOUT_PASSIVE:
        return None
    if present == infinitive + "r":
        return infinitive + "s"
    if present.endswith("er"):
        stem = present.removesuffix("er")
        return stem + ("es" if stem.endswith("s") else "s")
    return present + "s" if present.endswith("r") else None


def _english(words: set[str]) -> list[tuple[str, ...]]:
    irregular = {line.split()[0]: tuple(line.split()) for line in _lines(_EN_IRREGULAR)}
    rows = [("noun", noun, _plural(noun)) for noun in _EN_NOUNS if noun != "personnel"]
    for word in sorted(words):
        forms = irregular.get(word) or _english_verb(word)
        if forms and (word in irregular or _are_known(forms)):
            rows.append(("verb", *forms))
    return rows


def _plural(noun: str) -> str:
    if noun == "person":
        return "people"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _english_verb(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return (word, word + "s", word + "d", word + "d", word[:-1] + "ing")
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (word, word[:-1] + "ies", word[:-1] + "ied", word[:-1] + "ied", word + "ing")
    stem = word + word[-1] if word in _EN_DOUBLING else word
    third = word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
    return (word, third, stem + "ed", stem + "ed", stem + "ing")


def _are_known(forms: tuple[str, ...]) -> bool:
    known = all(simplemma.is_known(form, lang="en") for form in forms)
    return known and _is("en", forms[1], forms[0])


def _lines(table: str) -> list[str]:
    return [part.strip() for part in re.split(r"[|\n]", table) if part.strip()]


def _is(language: str, form: str, word: str) -> bool:
    return bool(simplemma.lemmatize(form, lang=language).lower() == word)


if __name__ == "__main__":
    main()
