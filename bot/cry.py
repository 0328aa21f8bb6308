"""A cry for help: somebody tells of something grave that happens now, in a few words.

Fires are also practised, prevented, remembered and put on stage, and candles burn in libraries. A
cry is short, names something grave, and has nothing in it by which posts tell of such things:
no day, no drill, no "if". It only leads to an offer of help; a human opens a crisis.
"""

from __future__ import annotations

import re

from rules.text import Document, TokenKind

_LONGEST = 300
_MOST_TOKENS = 36
_MOST_SENTENCES = 2

_PLACE = (
    r"(?:koulu|päiväko|tarha|kirjasto|\w*halli|\w*talo|sairaala|\w*kot[io]|\w*keskus|asema|virasto|"
    r"luok|keittiö|varasto|rakennus|piha|katto|täällä|meillä|pääty)\w*"
)
_WHO = r"(?:lapsi|oppilas|asukas|vanhus|potilas|asiakas|työntekijä|poika|tyttö|joku|yksi)"

_GRAVE_FI = rf"""
    {_PLACE}\s(?:\w+lla\s|\w+ssa\s|nyt\s|on\s)?(?:palaa|roihuaa|savuaa|syttyi|tulessa|syttynyt)\b(?!\s\w)
    | {_PLACE}\spalaa\s(?:nyt|taas|pahasti|apua|ja|kenelle|mitä) | nyt\spalaa\b | syttyi\spalo\b
    | (?:tuli|rakennus|maasto|metsä)palo(?:\b|ja\b|n\b|ssa\b) | tuleen\b | tulessa\b
    | savua\b | palohälytys | (?:kaasu|kloori|ammoniakki|öljy)vuo\w+ | kaasun\shaju
    | haisee\skaasulta | kemikaalivuo\w+
    | räjähdys\w* | räjähti\w* | evakuoi\w+ | suuronnettomuu\w+ | onnettomuus\b | on\ssattunut\b
    | ammutaan | ampuja\b | ampuu\b | ampui | ammuttiin | ammuskel\w+ | uhka\w*\s(?:ampua|tappaa)
    | lupaa\s(?:ampua|tappaa) | aseella | aseistaut\w+ | pistool\w+ | panttivan\w+
    | puukon\b | puukko\b | puukoll?\w+ | puukot\w+ | veitse[nl]\w*
    | pommi(?:n|a|t)?\b | pommiuhk\w+ | tappouhk\w+ | uhkaa\b | uhkasi\b | uhkailee | uhkaillaan
    | lyöty | hakattu\b | pahoinpi[dt]\w+ | hyökkä\w+ | tunkeutu\w+
    | romaht\w+ | sortu\w+ | kolaroi\w* | kolari\b | suistu\w+ | (?:bussin|auton|junan)\salle
    | (?:bussi|linja-auto|kyyti|taksi)\w*\s(?:kaatui|törmäsi|ajoi) | tulva[an]?\b | jumissa\b
    | kuolemantapau\w+ | myrkylli\w+ | sairastu(?:u|vat|i|ivat|nut|neet)\b | älkää\sjuoko
    | tieto(?:ja|jen)\s(?:on\s)?(?:netissä|nettiin|levällään)
    | ajoi\sojaan | hukku(?:i|nut)\b | {_WHO}\w*\W.{{0,40}}(?:kuoli|kuollut|menehty)\w*
    | {_WHO}\skuoli\b | tajuton\w* | eloton\w* | itsemurha\b | loukkaantu\w+ | sairaskohtau\w+
    | {_WHO}\w*\s(?:on\s)?(?:kado|kato|katei|karka)\w+
    | \w*ve(?:si|de)\w*\s(?:\w+\s){{0,3}}(?:saastu|myrkyt|pilaant|juomakelvot|\w*bakt)\w*
    | viemärive\w+ | keittokehotus | tietovuo\w+ | tietomur\w+ | tietoturvaloukkaus
    | kiristyshait\w+ | hakkeroi(?:tu|nut|tiin)\w* | kaapattu\b | kaapattiin | kaapannut
    | murtaud\w+ | (?:\w*tied\w+|\w*rekisteri\w*|\w*lista\w*|salasana\w*)\s
      (?:on\s|ovat\s)?(?:vuota|vuoti|vuosi|levi)\w*
    | järjestelm\w+\s(?:on\s|ovat\s)?(?:kaatu|alhaalla|nurin)\w*
    | (?:some)?(?:raivo|kohu)\b | kohua\b | palautemyrsky\b | haukutaan | lynk\w+ | raivoo\b
"""

_GRAVE_SV = r"""
    det\sbrinner\s(?:i|på|hos|här|nu)\s(?!bras) | (?:skolan|huset|biblioteket|dagiset)\sbrinner
    | eld\si\b | brand\s(?:i|på|hos|har)\b | lågor\b | rök\s(?:i|från|ur) | ryker\s(?:från|ur|ut)
    | luktar\s(?:gas|rök) | gasläck\w+ | \w*utsläpp\b | eldsvåda | översvämning\w*
    | explosion\b | exploderat | evakuera[rs]
    | \w*olycka\b | krockat | krock\b | påkörd | i\sdiket\b | ramlat\sner
    | skottlossning | skjuter\b | skjutning\b | skjut(?:en|it)\b | knivhugg\w+ | knivdåd | knivsk\w+
    | kniv\b | pistol | gevär | beväpnad | gisslan | bombhot\w* | bomb\b | dödshot\w* | hotar\s
    | ett\shot\smot | misshandl\w+ | självmord | skadade\b | drunknade
    | har\s(?:rasat|kollapsat|drunknat|avlidit|dött|försvunnit|läckt|tagit\söver)
    | (?:barn|elev|klient|patient|boende)\w*\s(?:är\s|har\s)?(?:försvunn\w+|saknas)
    | \w*vattnet\s(?:\w+\s){0,2}(?:förorena|otjänlig|smitt)\w* | bakterier\si\s\w*vattnet
    | dataläcka | dataintrång\b | personuppgiftsincident | utpressningsvirus
    | system\w*\sligger\snere | (?:är|blivit|har|någon\shar)\s(?:hacka[dt]\w*|kapa[dt]\w*)
    | hackat\b | cyberattack | går\sinte\satt\sdricka | blir\ssjuka | insjuknat | och\ssaknas
    | hatstorm | drevet\b
"""

_BUILDING = (
    r"(?:school|library|hospital|daycare|kindergarten|centre|hall|house|home|kitchen|building)"
)
_WHOM = r"(?:child|kid|pupil|student|resident|patient|client|colleague|someone)"

_GRAVE_EN = rf"""
    {_BUILDING}\sis\s(?:on\sfire|burning) | fire\s(?:at|in|has)\b | there(?:'s|\sis)\sa\sfire
    | smoke\s(?:in|coming|from) | gas\sleak | smell\sof\sgas | explosion\b | exploded | evacuat\w+
    | shooter\b | gunman | shots\sfired | (?:got|was|been)\sshot | gun\b(?!-) | weapon | knife\b
    | stabb\w+ | hostage | bomb\b | intruder | attacked\b | attacking\sus | death\sthreats?
    | threats\sagainst | threatening\s(?:us|me|to) | being\sthreatened | serious\saccident
    | collapsed | crashed | run\sover\sby | hit\sby\sa | fell\sfrom | injured | drown(?:ed|ing)
    | {_WHOM}\s.{{0,30}}(?:died|dead)\b | suicide
    | {_WHOM}\s(?:is\s|has\sgone\s|has\sbeen\s|went\s)?missing
    | water\s(?:\w+\s){{0,2}}contaminated | contaminated\swater | (?:not\s|un)safe\sto\sdrink
    | flood(?:ed|ing)?\sat | trapped | (?:got|badly|seriously)\shurt
    | people\s(?:are\s)?(?:sick|ill)\b | ha(?:s|ve)\sleaked | cyber\s?attack
    | (?:chlorine|chemical|ammonia|oil)\s(?:leak|spill) | (?:bus|car|train)\s(?:accident|crash)
    | (?:roof|wall|ceiling)\s(?:fell|caved)
    | sewage\sin | data\s(?:breach|leak(?:ed)?) | ransomware
    | (?:leaked|out|spread)\s(?:online|on\sthe\sinternet) | been\staken\sover
    | (?:was|been|got|is|were)\s(?:hacked|hijacked) | shit\s?storm | backlash
"""

_GRAVE = re.compile(rf"\b(?:{_GRAVE_FI} | {_GRAVE_SV} | {_GRAVE_EN})", re.IGNORECASE | re.VERBOSE)

# By these words posts tell of grave things that do not happen now.
_CALM = re.compile(
    r"""
    harjoit | ehkäis | torju | varaut | koulutu | kurss | luento | luenno | webinaar | viikko\b
    | turvallisuu | palovaroit | varoitus | tarkastus | palokun | esity | näyttely | näytel | elokuv
    | museo | histor | muist | kirjavin | uutuuskirja | vuonna | vuosi | teatter | konsert | vink
    | ohje | opas | kampanj | nuotio | kokko | kynttil | takka | valo | sauna | kiuas | tervetuloa
    | ilmoittaud | \blue\b | tule\skats | \bklo\b | \b\w+(?:tai|viikko)na\b | huomenna | \bjos\b
    | mikäli | näin\s | suojaa | keräys | \blajit?\b | kuolin | sattuessa | varalta | osanot
    | muistoa | huolto | huollon | pakohuone | dekkar | avataan | mysteer
    | övning | förebygg | utbildning | föreläsning | varning | varnare | utställning | \bfilm
    | \bbok | deckare | teater | konsert | \bljus | brasa | brandkår | \bom\sdet | \bom\sjag | kl\.
    | på\s(?:mån|tis|ons|tors|fre|lör|sön)dag | i\smorgon | så\s(?:skyddar|här) | välkom | kurs
    | insaml | läs\b | bygga | på\sminnet | sagan\b
    | drill | exercise | prevent | training | lecture | safety | \balarm | exhibition | \bfilm
    | movie | novel | theatre | campfire | warning | \bif\b | escape\sroom | contest | come\sand
    | welcome | (?:mon|tues|wednes|thurs|fri|satur|sun)day | tomorrow | protect | this\sweek
    | read\b | course | class\b | skills | art\b | saddened | thoughts | \b(?:1[5-9]|20)\d\d\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

_ASKING = re.compile(
    r"\W*(?:kuka|kenelle|kenen|mitä|mikä|miten|milloin|koska|saako|saanko|voiko|voinko|pitääkö|"
    r"vem|vad|hur|när|får|kan|ska|who|what|how|when|can|may|should|do|does)\b",
    re.IGNORECASE,
)

_POSTED = frozenset({TokenKind.HASHTAG, TokenKind.URL})


def is_cry(doc: Document) -> bool:
    """Tell whether a message is a cry for help rather than a draft or a mere question."""
    if len(doc.norm) > _LONGEST or len(doc.tokens) > _MOST_TOKENS:
        return False
    if len(doc.sentences) > _MOST_SENTENCES:
        return False
    if any(token.kind in _POSTED for token in doc.tokens):
        return False
    if not _GRAVE.search(doc.norm) or _CALM.search(doc.norm):
        return False
    return not _ASKING.match(doc.norm)
